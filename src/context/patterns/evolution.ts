import { type MarkdownDocument, readMarkdown, type Section } from "../../markdown/index.ts";
import { nameKey } from "../../text/names.ts";
import type { Pattern } from "../types.ts";
import { documentSections } from "./document.ts";

/** What an entry under Evolution tells. */
export interface Step {
  today: string;
  why: string;
  way: string;
}

/**
 * Begins an entry under a pattern's Evolution, the newest first, with the steps of its Implementation as they stand.
 *
 * @returns the file's text; undefined where an entry of this day and reason is there
 */
export function addEvolution(text: string, pattern: Pattern, { today, why, way }: Step): string | undefined {
  const document = readMarkdown(text);
  const { parts, rank, end } = partsOf(document, pattern);
  const heading = `${"#".repeat(rank + 1)} ${today}: ${why}`;
  const implementation = parts.find(({ title }) => /^implementation/i.test(title));
  const former = implementation ? demoted(document.text.slice(implementation.heading.end, implementation.span.end)) : "{How it was done}";
  const entry = `${heading}\n\n**Former approach**:\n\n${former}\n\n**Migration path**: ${way}`;
  const evolution = parts.find(({ title }) => nameKey(title) === "evolution");
  if (evolution && document.text.slice(evolution.span.start, evolution.span.end).includes(heading)) return undefined;
  if (evolution) return splice(document.text, evolution.heading.end, entry);
  // What is related closes a pattern; its history stands before it.
  const related = parts.find(({ title }) => ["related", "relatedpatterns"].includes(nameKey(title)));
  return splice(document.text, related?.span.start ?? end, `${"#".repeat(rank)} Evolution\n\n${entry}`);
}

function partsOf(document: MarkdownDocument, { form, slug }: Pattern): { parts: Section[]; rank: number; end: number } {
  if (form === "document") return { parts: documentSections(document), rank: 2, end: document.text.length };
  const section = document.allSections.find(({ depth, anchor }) => depth === 2 && anchor === slug);
  return { parts: section?.sections ?? [], rank: 3, end: section?.span.end ?? document.text.length };
}

/** The headings of the steps become bold words: a heading twice would take the place of the new one in links. */
function demoted(text: string): string {
  return text.trim().replace(/^#{1,6} {1,9}(\S.{0,300})$/gm, (_, title: string) => `**${title.trim()}**`);
}

function splice(text: string, at: number, block: string): string {
  const after = text.slice(at).trimStart();
  return `${text.slice(0, at).trimEnd()}\n\n${block}\n${after === "" ? "" : `\n${after}`}`;
}
