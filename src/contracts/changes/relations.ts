import { sameType } from "../../model/data-types/compare.ts";
import type { DataType, Family } from "../../model/data-types/types.ts";

/** How the values of a type stand to those of the type before it. */
export type Relation = "same" | "wider" | "narrower" | "other";

/** What is written as text in JSON and holds fewer texts than a plain one. */
const FORMATTED: readonly Family[] = ["uuid", "uri", "email", "enum", "date", "datetime", "time", "duration"];

/**
 * @param words both types as they were written: what may be one structure or another is told by its names alone
 * @returns `same` too where one of both cannot be told
 */
export function relationOf(before: DataType, after: DataType, [was, is]: readonly [string, string]): Relation {
  if (before.family === "unknown" || after.family === "unknown") return alternatives(namesIn(was), namesIn(is));
  if (before.family === "integer" && after.family === "decimal") return "wider";
  if (before.family === "decimal" && after.family === "integer") return "narrower";
  if (FORMATTED.includes(before.family) && after.family === "string") return "wider";
  if (before.family === "string" && FORMATTED.includes(after.family)) return "narrower";
  return sameType(before, after) ? "same" : "other";
}

function alternatives(were: readonly string[], are: readonly string[]): Relation {
  if (were.length === 0 || are.length === 0) return "same";
  const [lost, won] = [were.some((name) => !are.includes(name)), are.some((name) => !were.includes(name))];
  if (lost && won) return "other";
  return lost ? "narrower" : won ? "wider" : "same";
}

/** `Card or Iban` is one of two structures, `Card` is one; anything else in words is not told. */
function namesIn(written: string): string[] {
  const parts = written
    .replaceAll("`", "")
    .split(/ or | \| /)
    .map((part) => part.trim());
  return parts.every((part) => /^[A-Z]\w{0,80}$/.test(part)) ? parts : [];
}
