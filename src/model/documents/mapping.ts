import { hasWord, nameKey, singular } from "../../text/names.ts";
import type { AlignedDocument, DataStructure, Entity, StructureMapping } from "../types.ts";
import { family } from "./families.ts";
import { cell, readRows } from "./items.ts";

const NOT_STORED = /\b(?:not stored|never stored|not persisted|no entity|nowhere)\b|(?:;|^)\s*(?:none|n\/a|-)\s*(?:;|$)/i;

/**
 * Finds where each structure is stored: by the mapping tables of the data design and of the backend design, by
 * the prose of the latter, and by name (`Refund` and `refunds`).
 */
export function readMappings(
  structures: readonly DataStructure[],
  entities: readonly Entity[],
  dataDesign: AlignedDocument | undefined,
  design: AlignedDocument | undefined,
): StructureMapping[] {
  const stated = [...statements(dataDesign, "mapping"), ...statements(design, "data-mapping")];
  return structures.map(({ name }) => {
    const own = stated.filter(({ subject }) => hasWord(subject, name));
    // What is computed at each call has no columns.
    if (own.length > 0 && own.every(({ text }) => NOT_STORED.test(text))) return { structure: name, entities: [], text: "" };
    const text = own.map((statement) => statement.text).join("\n");
    const mapped = entities.filter((entity) => hasWord(text, entity.name));
    const named = entities.filter((entity) => singular(nameKey(entity.name)) === singular(nameKey(name)));
    return { structure: name, entities: [...new Set([...named, ...mapped])], text };
  });
}

/** A row of a mapping table, or a sentence: whom it is about, and all that it says. */
function statements(document: AlignedDocument | undefined, facts: string): { subject: string; text: string }[] {
  if (!document) return [];
  const sections = family(document, facts).flatMap(({ sections }) => sections.flatMap((section) => [section, ...section.sections]));
  const rows = readRows(
    sections.flatMap(({ tables }) => tables),
    document.place,
  ).map((row) => ({
    subject: cell(row, "Structure")?.text ?? Object.values(row.cells)[0]?.text ?? "",
    text: Object.values(row.cells)
      .map(({ text }) => text)
      .join("; "),
  }));
  const prose = sections.flatMap(({ paragraphs, lists }) => [...paragraphs, ...lists.flatMap(({ items }) => items)]);
  // A sentence is about what it names, and its neighbour may be about another structure.
  const sentences = prose.flatMap(({ text }) => text.split(/(?<=[.;])\s+/));
  return [...rows, ...sentences.map((text) => ({ subject: text, text }))];
}
