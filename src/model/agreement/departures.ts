import { nameKey } from "../../text/names.ts";
import { family } from "../documents/families.ts";
import type { AlignedDocument } from "../types/documents.ts";

const DEPARTS = /\b(?:depart|differ|deviat|chang|renam|drop|add|omit|left out|instead|extend|new|remov|replac|not part)/i;

/** @returns the keys of what Contract Alignment names in inline code, in a sentence that speaks of a departure. */
export function readDepartures(design: AlignedDocument): Set<string> {
  const statements = family(design, "contract-alignment")
    .flatMap(({ sections }) => sections)
    .flatMap(({ paragraphs, lists, tables }) => [
      ...paragraphs,
      ...lists.flatMap(({ items }) => items),
      ...tables.flatMap(({ rows }) => rows.flat()),
    ]);
  return new Set(statements.filter(({ text }) => DEPARTS.test(text)).flatMap(({ codes }) => codes.map(nameKey)));
}
