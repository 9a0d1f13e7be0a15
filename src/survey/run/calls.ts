import { importedValue } from "../modules/resolve.ts";
import { type Call, dotted, type Expr, endOf } from "../syntax/tree.ts";
import type { Dialect } from "./dialect.ts";
import type { Follower } from "./follower.ts";
import { importsFrom } from "./imported.ts";
import { construct, selfOf } from "./objects.ts";
import { Env, type Router, type Value } from "./values.ts";

/** @returns what a call answers with, once what it does was followed. */
export function call(run: Follower, call: Call, env: Env): Value | undefined {
  const name = dotted(call.fn) || requiredName(call.fn);
  const required = name === "require" || name === "import" ? run.text(call.args[0], env) : undefined;
  if (required !== undefined) return importedValue(run, env.source, undefined, required);
  const created = create(run, call, name, env);
  if (created) return created;
  if (call.fn.t === "member") {
    const of = run.value(call.fn.of, env);
    if (of?.k === "router") {
      const made = run.dialectOf(of.router).call(of.router, call.fn.name, call, run, env);
      if (made !== null) return made;
      if (env.source.language === "csharp") return extension(run, of.router, call, env);
    }
    if (call.fn.name === "forEach" && of?.k === "list") {
      const each = run.value(call.args[0], env);
      for (const item of of.items.slice(0, 200)) run.apply(each, [item]);
      return undefined;
    }
    if (call.fn.name === "forEach" && call.args[0]?.t === "fn") {
      const inner = new Env(env.source, env);
      run.statements(call.args[0].body, inner);
      run.called.add(call.args[0]);
      return undefined;
    }
  }
  const callee = run.value(call.fn, env);
  const args = call.args.map((arg) => run.value(arg, env));
  for (const arg of Object.values(call.named)) run.value(arg, env);
  if (callee?.k === "fn") return run.apply(callee, args);
  if (callee?.k === "class") return construct(run, callee, args);
  if (args.some((arg) => arg?.k === "router") && call.fn.t === "member") return anyMethod(run, call.fn.name, args, env);
  // What is done later is done all the same.
  for (const arg of args) if (arg?.k === "fn" && !run.called.has(arg.fn)) run.apply(arg, []);
  // Middleware that is wrapped around something hands it on.
  const handed = args.find((arg) => arg?.k === "router");
  if (handed && args.length === 1 && /^(?:Box|Some|Ok|cors|wrap|toNodeHandler|serverless|awsLambdaFastify)/i.test(endOf(call.fn)))
    return handed;
  return undefined;
}

/** A call that makes a router or a command of a framework. */
function create(run: Follower, call: Call, name: string, env: Env): Value | undefined {
  if (name === "") return undefined;
  const dialect = run
    .dialectsOf(env.source)
    .find(
      (one) =>
        (one.creates.test(name) || (call.fn.t === "call" && one.from.test(name)) || isSubclass(run, one, name, env)) &&
        importsFrom(env.source, one.from),
    );
  if (!dialect) return undefined;
  const router = run.router(dialect.name, env, call.line);
  return dialect.create?.(call, run, env, router) || { k: "router", router };
}

/** A class of the project that a framework's own stands above. */
function isSubclass(run: Follower, dialect: Dialect, name: string, env: Env): boolean {
  const made = /^[A-Z]\w{0,60}$/.test(name) ? run.project.classes(name, env.source)[0]?.made : undefined;
  return made?.bases.some((base) => dialect.creates.test(base)) ?? false;
}

/** A method that the project adds to a framework's own class: what it is called on is what it is given first. */
function extension(run: Follower, router: Router, { fn, args }: Call, env: Env): Value | undefined {
  const { types } = run.dialectOf(router);
  const found = run.project
    .functions(endOf(fn), env.source.language)
    .find(({ fn: { params } }) => params.length > args.length && params[0]?.type !== undefined && types?.test(params[0].type));
  const given: Value[] = [{ k: "router", router }];
  return (
    found && run.apply({ k: "fn", fn: found.fn, env: run.module(found.source) }, [...given, ...args.map((arg) => run.value(arg, env))])
  );
}

/** A method of something unknown that is given a router: every method of that name is followed. */
function anyMethod(run: Follower, name: string, args: (Value | undefined)[], env: Env): Value | undefined {
  const found = run.project
    .functions(name, env.source.language)
    .filter(
      ({ fn }) =>
        fn.params.filter((param) => param.name !== "self").length - (fn.on && env.source.language === "go" ? 1 : 0) === args.length,
    );
  let result: Value | undefined;
  for (const { source, fn } of found.slice(0, 40)) {
    const given =
      fn.on && env.source.language === "go"
        ? [selfOf(run, fn, source), ...args]
        : fn.params[0]?.name === "self"
          ? [undefined, ...args]
          : args;
    result = run.apply({ k: "fn", fn, env: run.module(source) }, given) ?? result;
  }
  return result;
}

/** `require("express")()`: what is called is the module. */
function requiredName(e: Expr): string {
  return e.t === "call" && e.fn.t === "name" && e.fn.v === "require" && e.args[0]?.t === "str" ? e.args[0].v : "";
}
