import { exportedValue } from "../modules/resolve.ts";
import { dotted, type Expr, endOf } from "../syntax/tree.ts";
import type { Follower } from "./follower.ts";
import type { Env, Value } from "./values.ts";

/** Gives a name, a field or the parts of a pattern what stands on the right. */
export function assign(run: Follower, to: Expr, from: Expr, env: Env): Value | undefined {
  if (to.t === "name" && env.outer === undefined && env.names.has(to.v) && env.pending.size > 0 && !env.pending.has(to.v))
    return env.names.get(to.v);
  if (to.t === "name" && env.outer === undefined && env.pending.get(to.v)?.value === from) env.pending.delete(to.v);
  if (to.t === "member") {
    const of = run.value(to.of, env);
    const dialect = of?.k === "router" ? run.dialectOf(of.router) : undefined;
    if (of?.k === "router" && dialect?.set) {
      dialect.set(of.router, to.name, from, run, env);
      return undefined;
    }
  }
  const value = run.value(from, env);
  if (to.t === "name") {
    // A text that some branch replaces by what nobody knows is what stands there by default.
    if (value) env.names.set(to.v, value);
    else if (env.names.get(to.v)?.k !== "text") env.names.delete(to.v);
  } else if (to.t === "member") {
    const path = dotted(to);
    if (path === "module.exports" && value) env.top().names.set("module.exports", value);
    else if (/^(?:module\.)?exports\./.test(path) && value) env.top().names.set(to.name, value);
    else {
      const of = run.value(to.of, env);
      if (of?.k === "object" && value) of.fields.set(to.name, value);
    }
  } else if (to.t === "map" && value) {
    for (const { key, value: local } of to.entries) {
      const inner =
        value.k === "object"
          ? value.fields.get(endOf(key))
          : value.k === "module"
            ? exportedValue(run, value.env.source, endOf(key))
            : undefined;
      if (inner) env.names.set(endOf(local), inner);
    }
  }
  return value;
}
