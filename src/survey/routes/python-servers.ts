import type { Dialect, Runner } from "../run/dialect.ts";
import type { Env, Value } from "../run/values.ts";
import { type Call, type Expr, endOf, texts } from "../syntax/tree.ts";

const VERBS: Record<string, string> = {
  get: "GET",
  post: "POST",
  put: "PUT",
  patch: "PATCH",
  delete: "DELETE",
  head: "HEAD",
  options: "OPTIONS",
  trace: "TRACE",
};
const given = (call: Call, index: number, name: string): Expr | undefined => call.args[index] ?? call.named[name];

/** The methods of a list; texts that are computed are left out. */
function methods(e: Expr | undefined, run: Runner, env: Env): string[] {
  const value = e ? run.value(e, env) : undefined;
  if (value?.k === "list") return value.items.flatMap((item) => (item.k === "text" ? [item.v.toUpperCase()] : []));
  return texts(e).map((one) => one.toUpperCase());
}

/** FastAPI and Starlette's applications below it. */
export const FASTAPI: Dialect = {
  name: "fastapi",
  languages: ["python"],
  from: /^fastapi/,
  creates: /(?:^|\.)(?:FastAPI|APIRouter)$/,
  types: /^(?:fastapi\.)?(?:FastAPI|APIRouter)$/,
  create(call, run, env, router) {
    const prefix = call.named.prefix;
    if (prefix) router.prefix = run.text(prefix, env);
  },
  call(router, method, call, run, env) {
    const handler = call.args.find(({ t }) => t === "fn") ?? call.args[1];
    const verb = VERBS[method];
    const path = run.text(call.args[0]?.t === "fn" ? call.named.path : given(call, 0, "path"), env);
    if (verb || method === "websocket") {
      if (call.args.length === 0 && !call.named.path) return undefined;
      run.route(router, verb ?? "WEBSOCKET", path, handler, env, call.line);
      return undefined;
    }
    if (method === "add_api_websocket_route") {
      run.route(router, "WEBSOCKET", path, call.args[1], env, call.line);
      return undefined;
    }
    if (method === "api_route" || method === "add_api_route" || method === "route") {
      const all = methods(call.named.methods, run, env);
      for (const one of all.length > 0 ? all : ["GET"])
        run.route(router, one, path, method === "add_api_route" ? call.args[1] : handler, env, call.line);
      return undefined;
    }
    if (method === "include_router" || method === "mount") {
      const child = run.value(method === "mount" ? call.args[1] : given(call, 0, "router"), env);
      const prefix = method === "mount" ? call.args[0] : call.named.prefix;
      const inner = child?.k === "module" ? child.env.names.get("router") : child;
      if (inner?.k === "router") run.mount(router, prefix ? run.text(prefix, env) : "", inner.router, env, call.line);
      return undefined;
    }
    return null;
  },
};

/** Flask with its blueprints. */
export const FLASK: Dialect = {
  name: "flask",
  languages: ["python"],
  from: /^(?:flask|flask_restful|flask_restx|flask_smorest|flask_openapi3|apiflask|quart)/,
  creates: /(?:^|\.)(?:Flask|Blueprint|Api|Namespace|APIBlueprint|APIFlask)$/,
  types: /^(?:flask\.)?(?:Flask|Blueprint|Api)$/,
  names: /^(?:app|bp|blueprint|api)$/,
  create(call, run, env, router) {
    const kind = endOf(call.fn);
    const prefix = call.named.url_prefix ?? (kind === "Api" ? call.named.prefix : kind === "Namespace" ? call.named.path : undefined);
    if (prefix) router.prefix = run.text(prefix, env);
    if (kind === "Namespace") router.extra.set("namespace", run.text(call.args[0], env) ?? "");
    router.extra.set("kind", kind);
    const under = kind === "Api" ? run.value(call.args[0] ?? call.named.app, env) : undefined;
    if (under?.k === "router") {
      run.mount(under.router, "", router, env, call.line);
    }
  },
  call(router, method, call, run, env) {
    const verb = VERBS[method];
    const path = run.text(given(call, 0, "rule"), env);
    const last = call.args.at(-1);
    if (last?.t === "class" && method === "route") {
      const found = classMethods({ k: "class", made: last, env });
      for (const rule of call.args.slice(0, -1))
        for (const one of found) run.route(router, one, run.text(rule, env), { t: "name", v: last.name, line: last.line }, env, call.line);
      return undefined;
    }
    if (verb && call.args.length > 0) {
      run.route(router, verb, path, last, env, call.line);
      return undefined;
    }
    if (method === "route") {
      const all = methods(call.named.methods, run, env);
      for (const one of all.length > 0 ? all : ["GET"]) run.route(router, one, path, last, env, call.line);
      return undefined;
    }
    if (method === "add_url_rule") {
      const view = call.named.view_func ?? call.args[2];
      const all = methods(call.named.methods, run, env);
      const found = all.length > 0 ? all : viewMethods(view, run, env);
      for (const one of found.length > 0 ? found : ["GET"]) run.route(router, one, path, view, env, call.line);
      return undefined;
    }
    if (/^add_(?:\w{1,30}_)?resource$/.test(method)) {
      const resource = run.value(call.args[0], env);
      const found = resource?.k === "class" ? classMethods(resource) : [];
      for (const rule of call.args.slice(1))
        for (const one of found) run.route(router, one, run.text(rule, env), call.args[0], env, call.line);
      return undefined;
    }
    if (method === "register_blueprint" || method === "add_namespace" || method === "init_app" || method === "register_api") {
      const child = run.value(call.args[0] ?? call.named.blueprint, env);
      const inner = child?.k === "module" ? [...child.env.names.values()].find((one) => one.k === "router") : child;
      if (inner?.k !== "router") return undefined;
      const prefix = call.named.url_prefix ?? call.named.path ?? (method === "add_namespace" ? call.args[1] : undefined);
      if (method === "init_app") run.mount(inner.router, "", router, env, call.line);
      else if (prefix) {
        run.mount(router, run.text(prefix, env), inner.router, env, call.line);
        const edge = router.children.at(-1);
        if (edge) edge.instead = true;
      } else run.mount(router, "", inner.router, env, call.line);
      return undefined;
    }
    return null;
  },
};

const HTTP = ["get", "post", "put", "patch", "delete", "head", "options"];

/** The methods of a class that are verbs, with those of the classes it comes from. */
export function classMethods(value: Value & { k: "class" }): string[] {
  return value.made.methods.flatMap(({ name }) => (name && HTTP.includes(name) ? [name.toUpperCase()] : []));
}

function viewMethods(view: Expr | undefined, run: Runner, env: Env): string[] {
  const of = view?.t === "call" && view.fn.t === "member" && view.fn.name === "as_view" ? run.value(view.fn.of, env) : undefined;
  return of?.k === "class" ? classMethods(of) : [];
}
