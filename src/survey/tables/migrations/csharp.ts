import { type Call, type Expr, endOf, keyOf, texts, walk } from "../../syntax/tree.ts";
import type { Column } from "../../types.ts";

/** @returns the columns of Entity Framework's `CreateTable`. */
export function efColumns(e: Call, file: string): Column[] {
  const found: Column[] = [];
  const columns = e.named.columns ?? e.args[1];
  if (columns)
    walk(columns, (one) => {
      if (one.t !== "map") return undefined;
      for (const { key, value: chain } of one.entries) {
        const value = headOf(chain);
        if (value.t === "call" && endOf(value.fn).startsWith("Column"))
          found.push({
            name: texts(value.named.name)[0] ?? keyOf(key),
            type: texts(value.named.type)[0],
            nullable: endOf(value.named.nullable) === "true",
            file,
            line: key.line,
          });
      }
      return undefined;
    });
  return found;
}

/** `table.Column<int>().Annotation(...)`: the call at the front. */
function headOf(e: Expr): Expr {
  let at = e;
  while (at.t === "call" && at.fn.t === "member" && at.fn.of.t === "call") at = at.fn.of;
  return at;
}
