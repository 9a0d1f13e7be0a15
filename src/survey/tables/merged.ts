import type { TableFact } from "../types.ts";
import type { Schema } from "./schema.ts";

const ALIKE = /(?:^|\/)(?:mysql|mariadb|postgres(?:ql)?|pg|sqlite3?|mssql|sqlserver|oracle|h2|hsqldb|cockroach(?:db)?)(?=\/|[.-])/i;

/** The same table for two databases is one: the one that has most columns. */
export function merged(schemas: readonly Schema[]): TableFact[] {
  const all = new Map<string, TableFact>();
  for (const { tables } of schemas)
    for (const [key, table] of tables) {
      const known = all.get(key);
      if (!known || (ALIKE.test(table.file) === ALIKE.test(known.file) && table.columns.length > known.columns.length)) all.set(key, table);
    }
  return [...all.values()];
}
