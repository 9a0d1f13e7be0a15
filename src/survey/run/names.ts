import { exportedValue, importedValue } from "../modules/resolve.ts";
import type { Source } from "../project.ts";
import type { Class, Expr } from "../syntax/tree.ts";
import type { Follower } from "./follower.ts";
import { importsFrom } from "./imported.ts";
import { fieldOf, objectOf } from "./objects.ts";
import type { Env, Value } from "./values.ts";

/** @returns what a name stands for: of the file itself, of what it imports, or of a library that is a program of its own. */
export function nameValue(run: Follower, name: string, env: Env): Value | undefined {
  const own = env.find(name) ?? (env.top().pending.has(name) ? run.topName(env.source, name) : undefined);
  if (own) return own;
  const inner = ownMember(run, name, env);
  if (inner) return inner;
  const given = imported(run, env.source, name);
  if (given) return given;
  const ready = run.dialectsOf(env.source).find((one) => one.ready?.test(name) && importsFrom(env.source, one.from));
  if (!ready) return undefined;
  const router = run.router(ready.name, env, 1);
  ready.create?.({ t: "call", fn: { t: "name", v: name, line: 1 }, args: [], named: {}, line: 1 }, run, env, router);
  env.top().names.set(name, { k: "router", router });
  return { k: "router", router };
}

/** Java and C# call the fields and methods of their own class without saying whose they are. */
function ownMember(run: Follower, name: string, env: Env): Value | undefined {
  const self = env.source.language === "java" || env.source.language === "csharp" ? env.find("this") : undefined;
  return self?.k === "object" && self.made && isMember(self.made, name) ? fieldOf(run, self, name, env) : undefined;
}

const isMember = ({ fields, methods }: Class, name: string): boolean =>
  fields.some((field) => field.name === name) || methods.some((method) => method.name === name);

const unknown = new WeakMap<Follower, Map<Source, Set<string>>>();

/** Most names are of libraries: that nothing of the project is behind one is kept. */
function imported(run: Follower, source: Source, name: string): Value | undefined {
  const all = unknown.get(run) ?? new Map<Source, Set<string>>();
  unknown.set(run, all);
  const none = all.get(source) ?? new Set<string>();
  all.set(source, none);
  if (none.has(name)) return undefined;
  const value = importedValue(run, source, name);
  if (!value && run.isSettled) none.add(name);
  return value;
}

/** @returns what a member of something stands for: of an object, a module, a class, or a router that wraps another. */
export function memberValue(run: Follower, of: Expr, name: string, env: Env): Value | undefined {
  const value = run.value(of, env);
  if (!value) return undefined;
  if (value.k === "object") return fieldOf(run, value, name, env);
  if (value.k === "module") return exportedValue(run, value.env.source, name);
  if (value.k === "class") {
    const fixed = value.made.fields.find((field) => field.name === name);
    if (fixed?.value) return run.value(fixed.value, value.env);
    return fieldOf(run, objectOf(run, value.made, value.env), name, env);
  }
  if (value.k === "router" && (name === "router" || name === "server" || name === "Router" || name === "handler")) return value;
  return undefined;
}
