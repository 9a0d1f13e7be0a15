import type { Dialect, Runner } from "../run/dialect.ts";
import type { Env, Router, Value } from "../run/values.ts";
import { type Call, type Expr, endOf, entry, texts } from "../syntax/tree.ts";

const VERBS: Record<string, string> = {
  get: "GET",
  post: "POST",
  put: "PUT",
  patch: "PATCH",
  delete: "DELETE",
  del: "DELETE",
  head: "HEAD",
  options: "OPTIONS",
  all: "ANY",
};
const routerOf = (router: Router): Value => ({ k: "router", router });

/** Paths that are given one by one, or as a list. */
function paths(e: Expr | undefined, run: Runner, env: Env): (string | undefined)[] {
  const value = e && run.value(e, env);
  if (value?.k === "list") return value.items.map((item) => (item.k === "text" ? item.v : undefined));
  return [value?.k === "text" ? value.v : undefined];
}

const isHandler = (e: Expr | undefined): boolean => e !== undefined && e.t !== "str" && e.t !== "text";

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

function mounted(router: Router, prefixes: (string | undefined)[], value: Value | undefined, call: Call, run: Runner, env: Env): void {
  if (value?.k === "list") for (const item of value.items) mounted(router, prefixes, item, call, run, env);
  if (value?.k === "module") {
    const inner = [...value.env.names.values()].filter((one) => one.k === "router");
    if (inner.length === 1) mounted(router, prefixes, inner[0], call, run, env);
  }
  if (value?.k !== "router") return;
  for (const prefix of prefixes) run.mount(router, prefix, value.router, env, call.line);
}

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
    const plugin = run.value(call.args[0], env);
    const options = run.value(call.args[1], env);
    const prefix = options?.k === "object" ? options.fields.get("prefix") : undefined;
    const given = entry(call.args[1], "prefix");
    const child = run.group(router, given ? (prefix?.k === "text" ? prefix.v : undefined) : "", env, call.line);
    for (const fn of pluginOf(plugin)) run.apply(fn, [routerOf(child), options, undefined], env);
    if (call.args[0]?.t === "name" && /^(?:autoload|fastifyAutoload|AutoLoad)$/i.test(call.args[0].v)) child.extra.set("autoload", "");
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
