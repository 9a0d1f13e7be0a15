import type { Dialect } from "../../run/dialect.ts";
import type { Value } from "../../run/values.ts";
import { entry } from "../../syntax/tree.ts";
import { autoload } from "./fastify-autoload.ts";
import { routerOf, VERBS } from "./words.ts";

/** Fastify, whose plugins are functions that get an instance. */
export const FASTIFY: Dialect = {
  name: "fastify",
  languages: ["javascript", "typescript"],
  from: /^fastify$/,
  creates: /^(?:[fF]astify|fastify\.default)$/,
  types: /^(?:FastifyInstance|FastifyPluginAsync|FastifyPluginCallback)\b/,
  names: /^(?:fastify|instance|app|server|api)$/,
  call(router, method, call, run, env) {
    const verb = VERBS[method];
    if (verb && call.args.length > 1) {
      const path = run.text(call.args[0], env);
      const options = call.args[1];
      run.route(router, verb, path, call.args[2] ?? entry(options, "handler") ?? options, env, call.line);
      return routerOf(router);
    }
    if (method === "route") {
      const options = run.value(call.args[0], env);
      const fields = options?.k === "object" ? options.fields : new Map<string, Value>();
      const path = fields.get("url") ?? fields.get("path");
      const verbs = fields.get("method");
      const all =
        verbs?.k === "text" ? [verbs.v] : verbs?.k === "list" ? verbs.items.flatMap((item) => (item.k === "text" ? [item.v] : [])) : [];
      for (const one of all)
        run.route(router, one.toUpperCase(), path?.k === "text" ? path.v : undefined, entry(call.args[0], "handler"), env, call.line);
      return routerOf(router);
    }
    if (method === "withTypeProvider" || method === "after" || method === "ready") return routerOf(router);
    if (method !== "register") return null;
    if (call.args[0]?.t === "name" && /^(?:autoload|fastifyAutoload)$/i.test(call.args[0].v)) {
      autoload(router, call, run, env);
      return routerOf(router);
    }
    const plugin = run.value(call.args[0], env);
    const options = run.value(call.args[1], env);
    const prefix = options?.k === "object" ? options.fields.get("prefix") : undefined;
    const given = entry(call.args[1], "prefix");
    const child = run.group(router, given ? (prefix?.k === "text" ? prefix.v : undefined) : "", env, call.line);
    for (const fn of pluginOf(plugin)) run.apply(fn, [routerOf(child), options, undefined]);
    return routerOf(router);
  },
};

function pluginOf(value: Value | undefined): Value[] {
  if (value?.k === "fn") return [value];
  if (value?.k === "module") {
    const whole = value.env.names.get("default") ?? value.env.names.get("module.exports");
    return whole ? [whole] : [];
  }
  return [];
}
