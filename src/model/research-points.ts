import type { Section } from "../markdown/index.ts";
import { hasWord } from "../text/names.ts";
import type { AlignedDocument } from "./types/documents.ts";
import type { ResearchPoint } from "./types/facts.ts";

/** `F3`, `F-3`, `C11`: letters of a kind, and the place in its list. */
const ID = /^(?:\*\*)?([A-Z]{1,2}-?\d{1,3})(?:\*\*)?$/;
/** "F3: the code ...", "Q1. Who decides ...", "A2 (src/orders.ts:40) ...". */
const ID_FIRST = /^([A-Z]{1,2}-?\d{1,3})(?=[:.)\s(])[:.)]?\s{0,3}(\S[\s\S]*)$/;
const ASKS = /\bquestions?\b|\bundecided\b|\bto (?:be )?(?:clarif|decid)\w{1,4}/i;
const ASSUMES = /\bassum\w{1,7}|\bPRD\b|\bdiffer\w{0,5}|\bcontradict\w{0,5}/i;

/**
 * Reads what a report numbers: rows and items that begin with an id, wherever they stand. An id of the PRD is a requirement that the report
 * speaks of, and a heading says what is found, taken for wrong, or asked; under none that does, the letter does.
 *
 * @param research the research report, where there is one
 * @param prd whose ids are none of the report's
 */
export function readResearchPoints(research: AlignedDocument | undefined, prd: AlignedDocument | undefined): ResearchPoint[] {
  if (!research) return [];
  const points = new Map<string, ResearchPoint>();
  const stated = prd?.markdown.prose ?? "";
  const visit = (section: Section, above: string): void => {
    // The title of the report says nothing of its parts.
    const titles = section.depth > 1 ? `${above} ${section.title}` : "";
    for (const point of pointsIn(section, research))
      if (!points.has(point.id) && !hasWord(stated, point.id)) points.set(point.id, { ...point, kind: kindOf(point.id, titles) });
    for (const inner of section.sections) visit(inner, titles);
  };
  for (const section of research.markdown.sections) visit(section, "");
  return [...points.values()];
}

function kindOf(id: string, titles: string): ResearchPoint["kind"] {
  if (ASKS.test(titles) || id.startsWith("Q")) return "question";
  return ASSUMES.test(titles) ? "assumption" : "finding";
}

function pointsIn({ lists, tables, fields }: Section, { place }: AlignedDocument): Omit<ResearchPoint, "kind">[] {
  const listed = lists.flatMap(({ items }) =>
    items.flatMap(({ text, span }) => {
      const [, id = "", rest = ""] = ID_FIRST.exec(text.replaceAll("**", "")) ?? [];
      return id === "" ? [] : [{ id, text: rest, place: place(span) }];
    }),
  );
  const rows = tables.flatMap((table) =>
    table.rows.flatMap(([first, ...others]) => {
      const id = first && ID.exec(first.text.trim())?.[1];
      const text = others.map((cell) => cell.text.trim()).filter(Boolean);
      return first && id && text.length > 0 ? [{ id, text: text.join(" | "), place: place(first.span) }] : [];
    }),
  );
  const labelled = fields.flatMap(({ label, value }) => {
    const id = ID.exec(label.trim())?.[1];
    return id && value.text !== "" ? [{ id, text: value.text, place: place(value.span) }] : [];
  });
  return [...listed, ...labelled, ...rows];
}
