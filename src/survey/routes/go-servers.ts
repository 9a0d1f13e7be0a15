import type { Dialect, Runner } from "../run/dialect.ts";
import type { Env, Router, Value } from "../run/values.ts";
import { type Call, type Expr, endOf } from "../syntax/tree.ts";

const routerOf = (router: Router): Value => ({ k: "router", router });
const UPPER = new Set(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "CONNECT", "TRACE"]);
const TITLE: Record<string, string> = {
  Get: "GET",
  Post: "POST",
  Put: "PUT",
  Patch: "PATCH",
  Delete: "DELETE",
  Head: "HEAD",
  Options: "OPTIONS",
  Connect: "CONNECT",
  Trace: "TRACE",
};

/** A method that is named by a constant of net/http, or a text. */
function verbOf(e: Expr | undefined, run: Runner, env: Env): string | undefined {
  const constant = /^Method([A-Z][a-z]{1,9})$/.exec(endOf(e));
  return constant ? constant[1]?.toUpperCase() : run.text(e, env)?.toUpperCase();
}

/** Follows a function that is handed a group. */
function within(group: Router, fn: Expr | undefined, run: Runner, env: Env): void {
  if (fn) run.apply(run.value(fn, env), [routerOf(group)]);
}

export const GIN: Dialect = {
  name: "gin",
  languages: ["go"],
  from: /gin-gonic\/gin/,
  creates: /^gin\.(?:Default|New)$/,
  types: /^\*?gin\.(?:Engine|RouterGroup|IRouter|IRoutes)$/,
  call(router, method, call, run, env) {
    if (UPPER.has(method)) run.route(router, method, run.text(call.args[0], env), call.args.at(-1), env, call.line);
    else if (method === "Any") run.route(router, "ANY", run.text(call.args[0], env), call.args.at(-1), env, call.line);
    else if (method === "Handle")
      run.route(router, verbOf(call.args[0], run, env) ?? "ANY", run.text(call.args[1], env), call.args.at(-1), env, call.line);
    else if (method === "Match") {
      const verbs = call.args[0]?.t === "list" ? call.args[0].items : [];
      for (const verb of verbs)
        run.route(router, verbOf(verb, run, env) ?? "ANY", run.text(call.args[1], env), call.args.at(-1), env, call.line);
    } else if (method === "Group") return routerOf(run.group(router, run.text(call.args[0], env), env, call.line));
    else if (method !== "Use") return null;
    return routerOf(router);
  },
};

export const ECHO: Dialect = {
  name: "echo",
  languages: ["go"],
  from: /labstack\/echo/,
  creates: /^echo\.New$/,
  types: /^\*?echo\.(?:Echo|Group|Router)$/,
  call(router, method, call, run, env) {
    if (UPPER.has(method)) run.route(router, method, run.text(call.args[0], env), call.args[1], env, call.line);
    else if (method === "Any") run.route(router, "ANY", run.text(call.args[0], env), call.args[1], env, call.line);
    else if (method === "Add")
      run.route(router, verbOf(call.args[0], run, env) ?? "ANY", run.text(call.args[1], env), call.args[2], env, call.line);
    else if (method === "Match") {
      const verbs = call.args[0]?.t === "list" ? call.args[0].items : [];
      for (const verb of verbs)
        run.route(router, verbOf(verb, run, env) ?? "ANY", run.text(call.args[1], env), call.args[2], env, call.line);
      return undefined;
    } else if (method === "Group") return routerOf(run.group(router, run.text(call.args[0], env), env, call.line));
    else if (method !== "Use" && method !== "Pre") return null;
    return undefined;
  },
};

export const FIBER: Dialect = {
  name: "fiber",
  languages: ["go"],
  from: /gofiber\/fiber/,
  creates: /^fiber\.New$/,
  types: /^\*?fiber\.(?:App|Router|Group)$/,
  call(router, method, call, run, env) {
    const verb = TITLE[method] ?? (method === "All" ? "ANY" : undefined);
    if (verb) run.route(router, verb, router.at ?? run.text(call.args[0], env), call.args.at(-1), env, call.line);
    else if (method === "Add")
      run.route(router, verbOf(call.args[0], run, env) ?? "ANY", run.text(call.args[1], env), call.args.at(-1), env, call.line);
    else if (method === "Group") {
      const group = run.group(router, run.text(call.args[0], env), env, call.line);
      return routerOf(group);
    } else if (method === "Route") {
      const group = run.group(router, run.text(call.args[0], env), env, call.line);
      if (call.args.length === 1) group.at = "";
      else within(group, call.args[1], run, env);
      return routerOf(group);
    } else if (method === "Mount" || method === "Use") {
      const child = run.value(call.args.at(-1), env);
      if (child?.k === "router") run.mount(router, call.args.length > 1 ? run.text(call.args[0], env) : "", child.router, env, call.line);
    } else return null;
    return routerOf(router);
  },
};

export const CHI: Dialect = {
  name: "chi",
  languages: ["go"],
  from: /go-chi\/chi|pressly\/chi/,
  creates: /^chi\.(?:NewRouter|NewMux)$/,
  types: /^\*?chi\.(?:Router|Mux)$/,
  call(router, method, call, run, env) {
    const verb = TITLE[method];
    const path = run.text(call.args[0], env);
    if (verb && call.args.length > 1) run.route(router, verb, path, call.args[1], env, call.line);
    else if (method === "Method" || method === "MethodFunc")
      run.route(router, verbOf(call.args[0], run, env) ?? "ANY", run.text(call.args[1], env), call.args[2], env, call.line);
    else if (method === "Handle" || method === "HandleFunc") patterned(router, call, run, env);
    else if (method === "Route") {
      const group = run.group(router, path, env, call.line);
      within(group, call.args[1], run, env);
      return routerOf(group);
    } else if (method === "Group") {
      const group = run.group(router, "", env, call.line);
      within(group, call.args[0], run, env);
      return routerOf(group);
    } else if (method === "With") return routerOf(router);
    else if (method === "Mount") {
      const child = run.value(call.args[1], env);
      if (child?.k === "router") run.mount(router, path, child.router, env, call.line);
    } else if (method !== "Use") return null;
    return undefined;
  },
};

/** `HandleFunc("GET /x/{id}", h)`: since Go 1.22 the pattern may name the method and the host. */
function patterned(router: Router, call: Call, run: Runner, env: Env): void {
  const pattern = run.text(call.args[0], env);
  const split = /^(?:([A-Z]{3,9})\s{1,9})?([^/]{0,200})(\/.{0,400})$/.exec(pattern ?? "");
  const child = run.value(stripped(call.args[1]), env);
  if (child?.k === "router" && split) run.mount(router, (split[3] as string).replace(/\/$/, ""), child.router, env, call.line);
  else run.route(router, split?.[1] ?? "ANY", split?.[3] ?? (pattern === undefined ? undefined : pattern), call.args[1], env, call.line);
}

/** `http.StripPrefix("/api", mux)` serves the paths of mux below the prefix. */
function stripped(e: Expr | undefined): Expr | undefined {
  return e?.t === "call" && endOf(e) === "StripPrefix" ? e.args[1] : e;
}

export const NET_HTTP: Dialect = {
  name: "net/http",
  languages: ["go"],
  from: /^net\/http$/,
  creates: /^http\.NewServeMux$/,
  types: /^\*?http\.ServeMux$/,
  call(router, method, call, run, env) {
    if (method !== "Handle" && method !== "HandleFunc") return null;
    patterned(router, call, run, env);
    return undefined;
  },
};

export const GORILLA: Dialect = {
  name: "gorilla/mux",
  languages: ["go"],
  from: /gorilla\/mux/,
  creates: /^mux\.NewRouter$/,
  types: /^\*?mux\.(?:Router|Route)$/,
  call(router, method, call, run, env) {
    if (method === "HandleFunc" || method === "Handle") {
      const raw = run.text(call.args[0], env);
      const before = router.routes.length;
      run.route(router, router.extra.get("methods") ?? "ANY", raw, call.args[1], env, call.line);
      const chain = run.router(router.framework, env, call.line);
      chain.mounted = true;
      chain.extra.set("route", String(before));
      chainOf.set(chain, router);
      return routerOf(chain);
    }
    const parent = chainOf.get(router);
    if (method === "Methods") {
      const verbs = call.args.flatMap((arg) => verbOf(arg, run, env) ?? []);
      const route = parent?.routes[Number(router.extra.get("route"))];
      if (route && parent) {
        route.method = verbs[0] ?? "ANY";
        for (const verb of verbs.slice(1)) parent.routes.push({ ...route, method: verb });
      } else router.extra.set("methods", verbs[0] ?? "ANY");
      return routerOf(router);
    }
    if (method === "PathPrefix") return routerOf(run.group(router, run.text(call.args[0], env)?.replace(/\/$/, ""), env, call.line));
    if (method === "Path") {
      const group = run.group(router, run.text(call.args[0], env), env, call.line);
      return routerOf(group);
    }
    if (method === "HandlerFunc" || method === "Handler") {
      const child = run.value(stripped(call.args[0]), env);
      if (child?.k === "router") run.mount(router, "", child.router, env, call.line);
      else if (!parent) run.route(router, router.extra.get("methods") ?? "ANY", "", call.args[0], env, call.line);
      return routerOf(router);
    }
    return ["Subrouter", "Name", "Queries", "Schemes", "Host", "StrictSlash", "Headers"].includes(method) ? routerOf(router) : null;
  },
};

const chainOf = new WeakMap<Router, Router>();
