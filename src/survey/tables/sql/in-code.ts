import { folderOf } from "../../modules/paths.ts";
import type { Project, Source } from "../../project.ts";
import { walk } from "../../syntax/tree.ts";
import type { TableFact } from "../../types.ts";
import { merged } from "../merged.ts";
import { ways } from "../migrations/order.ts";
import { inOrder, Schema } from "../schema.ts";
import { applySql } from "./read.ts";

const STATEMENT =
  /^\s{0,200}(?:(?:--[^\n]{0,200}\n|BEGIN;?)\s{0,200}){0,20}(?:CREATE|ALTER|DROP)\s{1,20}(?:(?:TEMP|UNLOGGED)\w{0,20}\s{1,9})?TABLE\b/i;

/** Tables that the code makes with SQL of its own, where no migration does. */
export function sqlInCode(project: Project): TableFact[] {
  const folders = new Map<string, Source[]>();
  for (const source of project.sources.values()) {
    if (statementsOf(source).length > 0 && ways(source).length === 0)
      folders.set(folderOf(source.path), [...(folders.get(folderOf(source.path)) ?? []), source]);
  }
  const schemas = [...folders].map(([, files]) => {
    const schema = new Schema("sql");
    for (const source of files.sort((a, b) => inOrder(a.path, b.path)))
      for (const { sql, line } of statementsOf(source)) applySql(schema, sql, source.path, line);
    return schema;
  });
  return merged(schemas);
}

/** The texts of a file that define tables, but those of the way back. */
function statementsOf({ tree }: Source): { sql: string; line: number }[] {
  const found: { sql: string; line: number }[] = [];
  walk(tree, (e) => {
    if (e.t === "str" && STATEMENT.test(e.v)) found.push({ sql: e.v, line: e.line });
    return !(e.t === "fn" && /^(?:down|rollback|undo|revert)/i.test(e.name ?? ""));
  });
  return found;
}
