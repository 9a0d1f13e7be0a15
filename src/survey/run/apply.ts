import type { Param } from "../syntax/tree.ts";
import type { Follower } from "./follower.ts";
import { objectOf, selfOf } from "./objects.ts";
import { Env, type Value } from "./values.ts";

const DEEPEST = 24;

/** Follows a function with what it is given. */
export function apply(run: Follower, value: Value | undefined, args: (Value | undefined)[]): Value | undefined {
  if (value?.k !== "fn" || run.depth > DEEPEST) return undefined;
  const { fn } = value;
  const own = fn.on && value.env.source.language === "go" && fn.params.length === args.length + 1;
  const given = own ? [value.env.find("self") ?? selfOf(run, fn, value.env.source), ...args] : args;
  if (given.some((arg) => arg?.k === "router") || fn.params.length === 0 || given.length >= fn.params.length) run.called.add(fn);
  const before = run.early.get(fn);
  if (before && (!before.needsRouter || given.some((arg) => arg?.k === "router")))
    for (const router of before.routers) run.superseded.add(router);
  const key = run.results.key(value, given);
  if (key !== undefined && run.results.has(key)) return run.results.get(key);
  // What calls itself knows nothing of its own result yet.
  if (key !== undefined) run.results.set(key, undefined);
  run.depth++;
  try {
    const inner = new Env(value.env.source, value.env);
    for (const [index, param] of fn.params.entries()) {
      const arg = given[index];
      bind(param, arg, inner);
    }
    const result = run.statements(fn.body, inner) ?? promised(run, value);
    if (key !== undefined) run.results.set(key, result);
    return result;
  } finally {
    run.depth--;
  }
}

/** Gives a parameter its value, or the names of its pattern theirs. */
export function bind(param: Param, arg: Value | undefined, env: Env): void {
  const name = param.name.replace(/^\$/, "");
  if (arg) env.names.set(name, arg);
  if (arg?.k === "object" && param.name.startsWith("{"))
    for (const [, local] of param.name.matchAll(/(\w{1,80})\s{0,9}[,}]/g)) {
      const field = arg.fields.get(local as string);
      if (field) env.names.set(local as string, field);
    }
}

/** What a function says that it returns, where that is a class of the project. */
function promised(run: Follower, { fn, env }: Value & { k: "fn" }): Value | undefined {
  const name = fn.returns?.replace(/^[*&]/, "").split(".").at(-1);
  const made = name && /^[A-Z]\w{0,99}$/.test(name) ? run.project.classes(name, env.source)[0] : undefined;
  return made?.made.sort === "class" ? objectOf(run, made.made, run.module(made.source)) : undefined;
}
