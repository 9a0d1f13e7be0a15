import { type Expr, endOf, type MapOf } from "../syntax/tree.ts";
import { assign } from "./assignments.ts";
import { call } from "./calls.ts";
import type { Follower } from "./follower.ts";
import { memberValue, nameValue } from "./names.ts";
import { objectOf } from "./objects.ts";
import { statement } from "./statements.ts";
import type { Env, Value } from "./values.ts";

/** @returns what an expression comes to; nothing where that is not known. */
export function expressionValue(run: Follower, e: Expr, env: Env): Value | undefined {
  switch (e.t) {
    case "str":
      return { k: "text", v: e.v };
    case "text": {
      const parts = e.parts.map((part) => run.text(part, env));
      return parts.every((part) => part !== undefined) ? { k: "text", v: parts.join("") } : undefined;
    }
    case "name":
      return nameValue(run, e.v, env);
    case "member":
      return memberValue(run, e.of, e.name, env);
    case "call":
      return call(run, e, env);
    case "fn":
      return { k: "fn", fn: e, env };
    case "class":
      return { k: "class", made: e, env };
    case "list":
      return { k: "list", items: e.items.map((item) => run.value(item, env) ?? { k: "object", fields: new Map() }) };
    case "map":
      return mapValue(run, e, env);
    case "assign":
      return assign(run, e.to, e.value, env);
    case "other": {
      // Alternatives and joined expressions: each is looked into; the first that is known is taken.
      const values = e.parts.map(
        (part) => statement(run, part, env) ?? (part.t === "name" || part.t === "member" ? run.value(part, env) : undefined),
      );
      return values.find((value) => value !== undefined);
    }
    default:
      return undefined;
  }
}

/** A literal with fields: a command of a framework, else an object. */
function mapValue(run: Follower, e: MapOf, env: Env): Value {
  const dialect = e.type ? run.dialectsOf(env.source).find((one) => one.literal?.test(e.type as string)) : undefined;
  if (dialect) {
    const router = run.router(dialect.name, env, e.line);
    dialect.fill?.(e, run, env, router);
    return { k: "router", router };
  }
  const type = e.type?.replace(/^[&*]/, "").split(".").at(-1);
  const made = type ? run.project.classes(type, env.source)[0] : undefined;
  const fields = made ? objectOf(run, made.made, env).fields : new Map<string, Value>();
  for (const { key, value } of e.entries) {
    const inner = run.value(value, env);
    if (inner) fields.set(key.t === "str" || key.t === "name" ? key.v : endOf(key), inner);
  }
  return { k: "object", type, made: made?.made, env: made ? run.module(made.source) : env, fields };
}
