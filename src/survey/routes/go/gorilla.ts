import type { Dialect } from "../../run/dialect.ts";
import type { Router } from "../../run/values.ts";
import { stripped } from "./net-http.ts";
import { routerOf, verbOf } from "./words.ts";

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
