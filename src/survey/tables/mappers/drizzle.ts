import { type Call, type Expr, endOf, keyOf, texts } from "../../syntax/tree.ts";
import type { Column, TableFact } from "../../types.ts";

export type At = { file: string; line: number };

/** Drizzle's tables. */
export function drizzle(e: Call, at: At): TableFact[] {
  const name = texts(e.args[0])[0];
  const map =
    e.args[1]?.t === "fn"
      ? e.args[1].body.map((part) => (part.t === "return" ? part.value : part)).find(({ t }) => t === "map")
      : e.args[1];
  if (!name || map?.t !== "map") return [];
  const columns = map.entries.flatMap(({ key, value }): Column[] => {
    let call: Expr = value;
    while (call.t === "call" && call.fn.t === "member" && call.fn.of.t === "call") call = call.fn.of;
    return call.t === "call" ? [{ name: texts(call.args[0])[0] ?? keyOf(key), type: endOf(call.fn), file: at.file, line: key.line }] : [];
  });
  return [{ name, columns, source: "drizzle", ...at }];
}
