import type { Dialect } from "../../run/dialect.ts";
import { endOf, entry, texts } from "../../syntax/tree.ts";
import { mounted, paths, routerOf, VERBS } from "./words.ts";

/** Koa's routers. */
export const KOA: Dialect = {
  name: "koa",
  languages: ["javascript", "typescript"],
  from: /^(?:koa|koa-router|@koa\/router|koa-mount|koa-joi-router)$/,
  creates: /^(?:Router|KoaRouter|Koa|koaRouter|Joi?Router|[rR]outer)$/,
  types: /^(?:KoaRouter|Koa|Router)\b/,
  create(call, run, env, router) {
    const prefix = entry(call.args[0], "prefix");
    if (prefix) router.prefix = run.text(prefix, env);
  },
  call(router, method, call, run, env) {
    if (method === "routes" || method === "middleware") return routerOf(router);
    if (method === "prefix") {
      router.prefix = run.text(call.args[0], env);
      return routerOf(router);
    }
    const verb = VERBS[method];
    if (verb && call.args.length > 1) {
      const named = call.args.length > 2 && call.args[1]?.t === "str";
      for (const path of paths(call.args[named ? 1 : 0], run, env)) run.route(router, verb, path, call.args.at(-1), env, call.line);
      return routerOf(router);
    }
    if (method === "register") {
      const verbs = texts(call.args[1]);
      for (const one of verbs) run.route(router, one.toUpperCase(), run.text(call.args[0], env), call.args[2], env, call.line);
      return routerOf(router);
    }
    if (method !== "use") return null;
    const values = call.args.map((arg) => (endOf(arg) === "mount" && arg.t === "call" ? undefined : run.value(arg, env)));
    const prefixes = values[0]?.k === "text" || values[0]?.k === "list" ? paths(call.args[0], run, env) : [""];
    for (const value of values) mounted(router, prefixes, value, call, run, env);
    for (const arg of call.args)
      if (arg.t === "call" && endOf(arg) === "mount")
        mounted(router, [run.text(arg.args[0], env)], run.value(arg.args[1], env), call, run, env);
    return routerOf(router);
  },
};
