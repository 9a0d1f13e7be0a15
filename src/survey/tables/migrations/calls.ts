import { type Call, type Expr, endOf, entry, type Fn, texts, walk } from "../../syntax/tree.ts";
import { references, typeOf } from "../blueprint.ts";
import { helperOf, type Reading } from "../reading.ts";
import { applySql } from "../sql/read.ts";
import { alterTable, columnsOf } from "./tables.ts";

/** Applies what the way up of a migration calls. */
export function statements(to: Reading, body: readonly Expr[], depth = 0): void {
  walk({ t: "other", parts: [...body], line: 0 }, (e) => {
    if (e.t !== "call") return undefined;
    const helper = depth < 5 ? helperOf(to, e) : undefined;
    if (!helper) return stepCall(to, e);
    statements(to, helper.body, depth + 1);
    return false;
  });
}

function stepCall(to: Reading, e: Call): boolean | undefined {
  const name = endOf(e.fn).replace(/Async$|IfNotExists$|IfExists$/, "");
  const first = texts(e.args[0])[0] ?? (e.args[0]?.t === "map" ? texts(entry(e.args[0], "tableName", "name"))[0] : undefined);
  const table = texts(e.named.name)[0] ?? texts(e.named.table)[0] ?? first;
  const block = e.args.find((arg): arg is Fn => arg.t === "fn");
  const place = { file: to.source.path, line: e.line };
  if (/^(?:query|addSql|execute|raw|unprepared|Sql|sql)$/.test(name)) {
    const sql = texts(e.args[0])[0];
    if (sql && /\b(?:table)\b/i.test(sql)) applySql(to.schema, sql, to.source.path, e.args[0]?.line ?? e.line);
    return undefined;
  }
  if (table === undefined) return undefined;
  if (/^(?:createTable|create_table|create|CreateTable)$/.test(name)) {
    to.schema.create(table, columnsOf(to, e, block), place);
    return false;
  }
  if (/^(?:table|alterTable|change_table|batch_alter_table)$/.test(name) && block) {
    alterTable(to, table, block);
    return false;
  }
  if (/^(?:dropTable|drop_table|drop|DropTable)$/.test(name) && (e.fn.t !== "member" || !/^(?:t|table)$/.test(endOf(e.fn.of))))
    to.schema.dropTable(table);
  else if (/^(?:renameTable|rename_table|RenameTable)$/.test(name))
    to.schema.renameTable(table, texts(e.named.newName)[0] ?? texts(e.args[1])[0] ?? table);
  else if (/^(?:rename)$/.test(name) && /Schema$/.test(endOf(e.fn.t === "member" ? e.fn.of : undefined)))
    to.schema.renameTable(table, texts(e.args[1])[0] ?? table);
  else changeColumn(to, name, e, table, place);
  return undefined;
}

function changeColumn(to: Reading, name: string, e: Call, table: string, place: { file: string; line: number }): void {
  const second = texts(e.args[1])[0];
  const inner = e.args[1]?.t === "call" ? e.args[1] : undefined;
  if (/^(?:add_column|addColumn|AddColumn)$/.test(name)) {
    const holder = texts(e.named.table)[0] ?? texts(e.args[0])[0] ?? table;
    const column = texts(e.named.name)[0] ?? second ?? texts(inner?.args[0])[0];
    if (column) to.schema.add(holder, { name: column, type: typeOf(e.args[2] ?? inner?.args[1]), ...place });
  } else if (/^(?:remove_column|removeColumn|drop_column|dropColumn|DropColumn)$/.test(name)) {
    const column = texts(e.named.table)[0] ? texts(e.named.name)[0] : second;
    if (column) to.schema.drop(texts(e.named.table)[0] ?? table, column);
  } else if (name === "remove_columns") for (const column of e.args.slice(1).flatMap(texts)) to.schema.drop(table, column);
  else if (/^(?:rename_column|renameColumn|RenameColumn)$/.test(name)) {
    const [holder, from, next] = e.named.newName
      ? [texts(e.named.table)[0], texts(e.named.name)[0], texts(e.named.newName)[0]]
      : [table, second, texts(e.args[2])[0]];
    if (holder && from && next) to.schema.rename(holder, from, next);
  } else if (name === "alter_column" && texts(e.named.new_column_name)[0] && second)
    to.schema.rename(table, second, texts(e.named.new_column_name)[0] as string);
  else if (name === "add_reference" || name === "add_belongs_to") {
    if (second) for (const one of references(second, e)) to.schema.add(table, { name: one, ...place });
  } else if (name === "remove_reference" && second) to.schema.drop(table, `${second}_id`);
  else if (name === "add_timestamps")
    for (const one of ["created_at", "updated_at"]) to.schema.add(table, { name: one, type: "datetime", ...place });
}
