import type { Source } from "../project.ts";
import { type Expr, endOf, type Fn, walk } from "../syntax/tree.ts";
import type { Schema } from "./schema.ts";

/** The tables so far, and the file that changes them. */
export interface Reading {
  schema: Schema;
  source: Source;
  /** The functions of the file, which its way up may call. */
  helpers: ReadonlyMap<string, Fn>;
}

/** @returns what reading a file needs. */
export function readingOf(schema: Schema, source: Source): Reading {
  const helpers = new Map<string, Fn>();
  walk(source.tree, (e) => {
    if (e.t === "fn" && e.name) helpers.set(e.name, e);
    if (e.t === "class") for (const method of e.methods) if (method.name) helpers.set(method.name, method);
    return e.t !== "fn";
  });
  return { schema, source, helpers };
}

/** @returns the function of the same file that a call names. */
export function helperOf({ helpers }: Reading, e: Expr): Fn | undefined {
  if (e.t !== "call") return undefined;
  const isOwn = e.fn.t === "name" || (e.fn.t === "member" && /^(?:this|self|\$this)$/.test(endOf(e.fn.of)));
  return isOwn ? helpers.get(endOf(e.fn)) : undefined;
}
