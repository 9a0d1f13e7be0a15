import type { Dialect, Runner } from "../../run/dialect.ts";
import type { Env, Router, Value } from "../../run/values.ts";
import { type Call, dotted, type Expr, endOf, texts } from "../../syntax/tree.ts";

const routerOf = (router: Router): Value => ({ k: "router", router });
const VERBS = ["get", "post", "put", "patch", "delete", "head", "options", "trace", "any"];
const upper = (verb: string): string => (verb === "any" ? "ANY" : verb.toUpperCase());

/** `get(a).post(b)`: the verbs of a chain with their handlers. */
function verbsOf(e: Expr | undefined): { verb: string; handler?: Expr; line: number }[] {
  if (e?.t !== "call") return [];
  const name = endOf(e.fn).replace(/_service$/, "");
  const before = e.fn.t === "member" && e.fn.of.t === "call" ? verbsOf(e.fn.of) : [];
  return VERBS.includes(name) ? [...before, { verb: upper(name), handler: e.args[0], line: e.line }] : before;
}

export const AXUM: Dialect = {
  name: "axum",
  languages: ["rust"],
  from: /^(?:axum|utoipa_axum|aide)/,
  creates: /(?:^|\.)(?:Router|ApiRouter|OpenApiRouter)\.new$/,
  types: /^(?:axum::)?(?:Router|ApiRouter|OpenApiRouter)\b/,
  call(router, method, call, run, env) {
    const path = run.text(call.args[0], env);
    if (method === "route" || method === "api_route") {
      const handlers = handlersOf(call.args[1], run, env);
      for (const { verb, handler, line } of handlers) run.route(router, verb, path, handler, env, line);
    } else if (method === "nest" || method === "nest_service" || method === "nest_api_service") {
      const child = run.value(call.args[1], env);
      if (child?.k === "router") run.mount(router, path, child.router, env, call.line);
    } else if (method === "merge") {
      const child = run.value(call.args[0], env);
      if (child?.k === "router") run.mount(router, "", child.router, env, call.line);
    } else if (method === "routes") routesMacro(router, call, run, env);
    return routerOf(router);
  },
};

/** Handlers that are written in place, or that a function of the project returns. */
function handlersOf(e: Expr | undefined, run: Runner, env: Env): { verb: string; handler?: Expr; line: number }[] {
  const found = verbsOf(e);
  if (found.length > 0) return found;
  if (e?.t === "call" && endOf(e) === "on") return [{ verb: endOf(e.args[0]).toUpperCase(), handler: e.args[1], line: e.line }];
  const fn = e?.t === "call" ? run.value(e.fn, env) : undefined;
  if (fn?.k !== "fn") return [];
  const last = fn.fn.body.at(-1);
  return last?.t === "return" ? verbsOf(last.value) : [];
}

/** `routes!(a, b)` of utoipa: the path stands above each handler. */
function routesMacro(router: Router, call: Call, run: Runner, env: Env): void {
  const macro = call.args[0];
  if (macro?.t !== "call") return;
  for (const arg of macro.args) {
    const fn = run.value(arg, env);
    const note = fn?.k === "fn" ? fn.fn.notes.find((one) => /^(?:utoipa::)?path$/.test(endOf(one.fn))) : undefined;
    const given = note?.named.method;
    const several = given?.t === "call" ? given.args.map(endOf) : [];
    for (const verb of VERBS)
      if (note && (Object.hasOwn(note.named, verb) || several.includes(verb)))
        run.route(router, upper(verb), run.text(note.named.path, env), arg, env, note.line);
  }
}

export const ACTIX: Dialect = {
  name: "actix",
  languages: ["rust"],
  from: /^actix_web/,
  creates: /(?:^|\.)(?:App\.new|scope|resource)$/,
  types: /^(?:&mut\s)?(?:(?:actix_web::)?web::)?ServiceConfig$/,
  create(call, run, env, router) {
    if (endOf(call.fn) !== "new") router.prefix = run.text(call.args[0], env);
    if (endOf(call.fn) === "resource") router.at = "";
  },
  call(router, method, call, run, env) {
    if (method === "service") service(router, call.args[0], run, env, call.line);
    else if (method === "configure") run.apply(run.value(call.args[0], env), [routerOf(router)]);
    else if (method === "route") {
      const [first, second] = call.args;
      const inResource = router.at !== undefined;
      const to = inResource ? first : second;
      for (const { verb, line } of actixVerbs(to))
        run.route(router, verb, inResource ? "" : run.text(first, env), handlerOf(to), env, line);
    } else if (method === "to" && router.at !== undefined) run.route(router, "ANY", "", call.args[0], env, call.line);
    else if (VERBS.includes(method) && router.at !== undefined) run.route(router, upper(method), "", call.args[0], env, call.line);
    return routerOf(router);
  },
};

/** `web::get().to(h)` */
function actixVerbs(e: Expr | undefined): { verb: string; line: number }[] {
  for (let at = e; at?.t === "call"; at = at.fn.t === "member" ? at.fn.of : undefined) {
    const name = endOf(at.fn);
    if (VERBS.includes(name)) return [{ verb: upper(name), line: at.line }];
    if (name === "method") return [{ verb: dotted(at.args[0]).split(".").at(-1) ?? "ANY", line: at.line }];
    if (name === "route") return [{ verb: "ANY", line: at.line }];
  }
  return [];
}

const handlerOf = (e: Expr | undefined): Expr | undefined => (e?.t === "call" && endOf(e.fn) === "to" ? e.args[0] : undefined);

/** A scope, a resource, a tuple of services, or a function with a route above it. */
function service(router: Router, e: Expr | undefined, run: Runner, env: Env, line: number): void {
  if (e?.t === "list") {
    for (const one of e.items) service(router, one, run, env, line);
    return;
  }
  const value = e ? run.value(e, env) : undefined;
  if (value?.k === "router") run.mount(router, "", value.router, env, line);
  else if (value?.k === "list") {
    for (const item of value.items) if (item.k === "router") run.mount(router, "", item.router, env, line);
  } else if (value?.k === "fn") {
    for (const note of value.fn.notes) {
      const verb = endOf(note.fn);
      const path = run.text(note.args[0], value.env);
      if (VERBS.includes(verb)) run.route(router, upper(verb), path, e, value.env, note.line);
      else if (verb === "route") for (const one of routeVerbs(value.fn.notes, note)) run.route(router, one, path, e, value.env, note.line);
    }
    registered.add(value.fn);
  }
}

const routeVerbs = (_: readonly Call[], note: Call): string[] => {
  const verbs = texts(note.named.method).map((verb) => verb.toUpperCase());
  return verbs.length > 0 ? verbs : ["ANY"];
};

/** Functions that some service names: those with a route above them that none names are told on their own. */
export const registered = new WeakSet<object>();
