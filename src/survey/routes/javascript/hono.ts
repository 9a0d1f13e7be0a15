import type { Dialect } from "../../run/dialect.ts";
import type { Expr } from "../../syntax/tree.ts";
import { paths, routerOf, VERBS } from "./words.ts";

const isHandler = (e: Expr | undefined): boolean => e !== undefined && e.t !== "str" && e.t !== "text";

/** Hono, whose calls are chained. */
export const HONO: Dialect = {
  name: "hono",
  languages: ["javascript", "typescript"],
  from: /^(?:hono(?:\/.{1,60})?|@hono\/zod-openapi)$/,
  creates: /^(?:Hono|OpenAPIHono)$/,
  types: /^(?:Hono|OpenAPIHono)\b/,
  call(router, method, call, run, env) {
    const verb = VERBS[method];
    if (verb && call.args.length > 0) {
      const bare = isHandler(call.args[0]) && run.text(call.args[0], env) === undefined && call.args[0]?.t === "fn";
      const given = bare ? [router.at ?? "*"] : paths(call.args[0], run, env);
      if (!bare) router.at = given[0];
      if (call.args.length > 1 || bare) for (const path of given) run.route(router, verb, path, call.args.at(-1), env, call.line);
      return routerOf(router);
    }
    if (method === "on") {
      const verbs = paths(call.args[0], run, env);
      for (const one of verbs)
        for (const path of paths(call.args[1], run, env))
          run.route(router, one?.toUpperCase() ?? "ANY", path, call.args.at(-1), env, call.line);
      return routerOf(router);
    }
    if (method === "basePath") return routerOf(run.group(router, run.text(call.args[0], env), env, call.line));
    if (method === "route") {
      const child = run.value(call.args[1], env);
      if (child?.k === "router") run.mount(router, run.text(call.args[0], env), child.router, env, call.line);
      return routerOf(router);
    }
    if (method === "openapi") {
      const made = run.value(call.args[0], env);
      const [path, verbText] = made?.k === "object" ? [made.fields.get("path"), made.fields.get("method")] : [];
      if (path?.k === "text" && verbText?.k === "text")
        run.route(router, verbText.v.toUpperCase(), path.v, call.args.at(-1), env, call.line);
      return routerOf(router);
    }
    return ["use", "onError", "notFound", "doc"].includes(method) ? routerOf(router) : null;
  },
};
