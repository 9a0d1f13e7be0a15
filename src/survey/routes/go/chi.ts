import type { Dialect } from "../../run/dialect.ts";
import { patterned } from "./net-http.ts";
import { routerOf, TITLE, verbOf, within } from "./words.ts";

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
