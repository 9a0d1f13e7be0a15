import type { Dialect } from "../../run/dialect.ts";
import { routerOf, TITLE, verbOf, within } from "./words.ts";

const UPPER = new Set(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS", "CONNECT", "TRACE", "QUERY"]);

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
    if (verb && (router.at !== undefined || call.args.length > 1))
      run.route(router, verb, router.at ?? run.text(call.args[0], env), call.args.at(-1), env, call.line);
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
