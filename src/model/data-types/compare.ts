import { nameKey } from "../../text/names.ts";
import type { DataType, Family } from "./types.ts";

const TEXTUAL: readonly Family[] = ["string", "uuid", "uri", "email", "enum", "date", "datetime", "time", "duration", "binary"];

/**
 * Tells whether two spellings can mean the same values. A plain text may stand for whatever is written as text
 * in JSON; an unknown spelling is never held against anybody.
 */
export function sameType(a: DataType, b: DataType): boolean {
  if (a.family === "unknown" || b.family === "unknown") return true;
  if (a.family === b.family && (a.family === "array" || a.family === "map")) return !a.items || !b.items || sameType(a.items, b.items);
  if (a.family === "reference" && b.family === "reference") return nameKey(a.name ?? "") === nameKey(b.name ?? "");
  if (a.family === b.family) return true;
  const other = a.family === "string" ? b.family : b.family === "string" ? a.family : undefined;
  return other !== undefined && TEXTUAL.includes(other);
}

/** As {@link sameType}, for a field and the column that holds it: documents may hold arrays and structures, and text may hold decimals. */
export function canStore(column: DataType, field: DataType): boolean {
  if (sameType(column, field) || column.family === "map" || column.family === "binary") return true;
  if (field.family === "decimal") return column.family === "string";
  if (field.family === "string") return column.family === "decimal" || column.family === "integer";
  if (field.family === "array") return column.family === "array" || column.family === "string";
  // A structure has its own rows, and a name in the mapping.
  return field.family === "reference" || field.family === "map";
}
