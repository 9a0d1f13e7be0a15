import type { Source } from "../project.ts";
import type { Class, Fn } from "../syntax/tree.ts";
import type { Follower } from "./follower.ts";
import { Env, type Value } from "./values.ts";

type Made = Value & { k: "object" };

/** @returns a field or a method of an object; a field that nobody has set is what its type says. */
export function fieldOf(run: Follower, object: Made, name: string, env: Env): Value | undefined {
  const known = object.fields.get(name);
  if (known) return known;
  const method = object.made?.methods.find((one) => one.name === name);
  if (method) return { k: "fn", fn: method, env: within(run, object, object.env ?? env) };
  const on = object.made ? run.project.functions(name, env.source.language).find(({ fn }) => fn.on === object.made?.name) : undefined;
  if (on) return { k: "fn", fn: on.fn, env: within(run, object, run.module(on.source)) };
  const field = object.made?.fields.find((one) => one.name === name);
  if (field?.value && object.env) {
    // A field that is told by itself comes to nothing.
    if (run.open.has(field)) return undefined;
    run.open.add(field);
    const value = run.value(field.value, within(run, object, object.env));
    run.open.delete(field);
    if (value) object.fields.set(name, value);
    return value;
  }
  const above = object.made && !field ? inheritedField(run, object.made, object.env ?? env, name) : undefined;
  if (above) return above;
  const inner = field?.type ? typed(run, field.type, object.env ?? env, field.line) : undefined;
  if (inner) object.fields.set(name, inner);
  return inner;
}

/** A field or a method of the classes above. */
function inheritedField(run: Follower, made: Class, env: Env, name: string): Value | undefined {
  for (const base of made.bases) {
    const above = run.project
      .classes(
        base
          .split(".")
          .at(-1)
          ?.replace(/<.{0,200}$/, "") ?? "",
        env.source,
      )
      .find((one) => one.made !== made);
    const value = above && run.depth < 12 ? deeper(run, () => fieldOf(run, objectOf(run, above.made, env), name, env)) : undefined;
    if (value) return value;
  }
  return undefined;
}

function deeper<T>(run: Follower, act: () => T): T {
  run.depth++;
  try {
    return act();
  } finally {
    run.depth--;
  }
}

/** The names that the methods of an object see. */
function within(run: Follower, object: Made, env: Env): Env {
  const known = run.inside.get(object);
  if (known?.outer === env) return known;
  const inner = new Env(env.source, env);
  for (const self of ["this", "self", "$this"]) inner.names.set(self, object);
  run.inside.set(object, inner);
  return inner;
}

/** One object stands for all of a class. */
export function objectOf(run: Follower, made: Class, env: Env): Made {
  let object = run.objects.get(made);
  if (!object) {
    const home = run.project.classes(made.name, env.source).find((one) => one.made === made)?.source;
    object = { k: "object", made, env: home ? run.module(home) : env, fields: new Map() };
    run.objects.set(made, object);
  }
  return object;
}

/** @returns what something of a type is, where the type says that. */
export function typed(run: Follower, type: string, env: Env, line: number): Value | undefined {
  const bare = type.replace(/^[&*:\s]{1,9}(?:mut\s)?/, "").trim();
  const dialect = run.dialectsOf(env.source).find(({ types }) => types?.test(bare));
  if (dialect) {
    const router = run.router(dialect.name, env, line);
    return { k: "router", router };
  }
  const named = run.project.classes(
    bare
      .replace(/<.{0,200}$/, "")
      .split(".")
      .at(-1) ?? "",
    env.source,
  )[0];
  return named && ["class", "struct"].includes(named.made.sort) ? objectOf(run, named.made, run.module(named.source)) : undefined;
}

/** Makes an object of a class; its constructor is followed once. */
export function construct(run: Follower, callee: Value & { k: "class" }, args: (Value | undefined)[]): Value {
  const object = objectOf(run, callee.made, callee.env);
  const maker = callee.made.methods.find(({ name }) => name === "constructor" || name === "__init__" || name === "__construct");
  if (maker && !run.called.has(maker)) {
    const inner = { k: "fn" as const, fn: maker, env: within(run, object, object.env ?? callee.env) };
    for (const [index, param] of maker.params.filter(({ name }) => name !== "self").entries()) {
      const value = args[index];
      if (value) object.fields.set(param.name, value);
    }
    run.apply(inner, maker.params[0]?.name === "self" ? [object, ...args] : args);
  }
  return object;
}

/** @returns what a method of Go or Rust belongs to. */
export function selfOf(run: Follower, fn: Fn, source: Source): Value | undefined {
  const made = run.project.classes(fn.on ?? "", source)[0];
  return made ? objectOf(run, made.made, run.module(made.source)) : undefined;
}
