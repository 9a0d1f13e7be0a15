import { type Call, type Expr, endOf, entry, type Fn, keyOf, texts, walk } from "../../syntax/tree.ts";
import type { Column } from "../../types.ts";
import { blueprint, typeOf } from "../blueprint.ts";
import { helperOf, type Reading } from "../reading.ts";
import { efColumns } from "./csharp.ts";

/** @returns the columns of a table that is made. */
export function columnsOf(to: Reading, e: Call, block: Fn | undefined): Column[] {
  const place = { file: to.source.path, line: e.line };
  if (to.source.language === "python")
    return e.args
      .slice(1)
      .flatMap((arg) => returned(to, arg))
      .flatMap((arg) =>
        arg.t === "call" && endOf(arg) === "Column" && texts(arg.args[0])[0]
          ? [
              {
                name: texts(arg.args[0])[0] as string,
                type: typeOf(arg.args[1]),
                nullable: endOf(arg.named.nullable) !== "False",
                file: place.file,
                line: arg.line,
              },
            ]
          : [],
      );
  if (to.source.language === "csharp") return efColumns(e, place.file);
  const options = e.args[1];
  if (options?.t === "map" && to.source.language !== "ruby" && !block)
    return options.entries.map(({ key, value }) => ({
      name: keyOf(key),
      type: typeOf(entry(value, "type") ?? value),
      file: place.file,
      line: key.line,
    }));
  const columns: Column[] = [];
  if (to.source.language === "ruby" && endOf(e.named.id) !== "false") {
    const key = texts(e.named.primary_key)[0];
    columns.push({ name: key ?? "id", type: texts(e.named.id)[0] ?? "bigint", nullable: false, ...place });
  }
  for (const part of block?.body ?? [])
    walk(part, (one) => {
      if (one.t !== "call") return undefined;
      columns.push(...blueprint(one, to.source).added);
      return !isChain(one);
    });
  return columns;
}

/** Applies the block of a table that is changed. */
export function alterTable(to: Reading, table: string, block: Fn): void {
  for (const part of block.body)
    walk(part, (one) => {
      if (one.t !== "call") return undefined;
      const { added, dropped, renamed } = blueprint(one, to.source);
      for (const column of added) to.schema.add(table, column);
      for (const column of dropped) to.schema.drop(table, column);
      for (const [from, next] of renamed) to.schema.rename(table, from, next);
      return !isChain(one);
    });
}

const isChain = (e: Call): boolean => e.fn.t === "member" && e.fn.of.t === "call";

/** `*timestamps()`: the columns that a function of the file returns. */
function returned(to: Reading, arg: Expr): Expr[] {
  const last = helperOf(to, arg)?.body.at(-1);
  if (last?.t !== "return") return [arg];
  return last.value.t === "list" ? last.value.items : [last.value];
}
