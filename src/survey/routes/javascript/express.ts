import type { Dialect } from "../../run/dialect.ts";
import type { Value } from "../../run/values.ts";
import type { Call } from "../../syntax/tree.ts";
import { mounted, paths, routerOf, VERBS } from "./words.ts";

/** Express, and its routers. */
export const EXPRESS: Dialect = {
  name: "express",
  languages: ["javascript", "typescript"],
  from: /^(?:express|express-promise-router|@feathersjs\/express)$/,
  creates: /^(?:express|Router|express\.Router|express\.default|PromiseRouter|express\.application)$/,
  types: /^(?:express\.)?(?:Express|Application|Router|IRouter)\b/,
  names: /^(?:app|router|server|expressApp)$/,
  call(router, method, call, run, env) {
    if (method === "route" && call.args.length === 1) {
      const chain = run.group(router, run.text(call.args[0], env), env, call.line);
      chain.at = "";
      return routerOf(chain);
    }
    const verb = VERBS[method];
    if (verb && router.at !== undefined) {
      run.route(router, verb, "", call.args.at(-1), env, call.line);
      return routerOf(router);
    }
    if (verb && call.args.length > 1 && !(method === "get" && call.args.length === 1)) {
      for (const path of paths(call.args[0], run, env)) run.route(router, verb, path, call.args.at(-1), env, call.line);
      return routerOf(router);
    }
    if (method !== "use") return null;
    const values = call.args.map((arg) => run.value(arg, env));
    const first = values[0];
    const prefixes =
      first?.k === "text" || first?.k === "list" || call.args[0]?.t === "text"
        ? paths(call.args[0], run, env)
        : isUnknownPath(call, first)
          ? [undefined]
          : [""];
    for (const value of values) mounted(router, prefixes, value, call, run, env);
    return routerOf(router);
  },
};

function isUnknownPath(call: Call, first: Value | undefined): boolean {
  return first === undefined && call.args.length > 1 && call.args[0]?.t === "member" && /path|prefix|url|route$/i.test(call.args[0].name);
}
