import type { Field, List, Section } from "../../markdown/index.ts";
import { isSkeleton } from "../../text/skeleton.ts";

/**
 * Which parts of a pattern still say what their template says, in braces or in an empty picture.
 *
 * @param fields the labelled fields that stand outside of the parts
 * @param parts the headings of the pattern
 * @returns their labels and titles, in the order of the document
 */
export function unwrittenParts(fields: readonly Field[], parts: readonly Section[]): string[] {
  return [...fields.filter(isUnwrittenField).map(({ label }) => label), ...parts.filter(isUnwritten).map(({ title }) => title)];
}

function isUnwritten({ title, paragraphs, lists, fields, tables, blocks, sections }: Section): boolean {
  return (
    isSkeleton(title.replace(/^step \d{1,3}:\s/i, "")) ||
    paragraphs.some(({ text }) => isSkeleton(text)) ||
    lists.some(isUnwrittenList) ||
    fields.some(isUnwrittenField) ||
    tables.some(({ rows }) => rows.some((cells) => cells.some(({ text }) => isSkeleton(text)))) ||
    blocks.some(({ language, value }) => language === "mermaid" && value.trim().split("\n").length < 2) ||
    sections.some(isUnwritten)
  );
}

function isUnwrittenList({ items }: List): boolean {
  return items.some(({ text, lists }) => isSkeleton(text) || lists.some(isUnwrittenList));
}

function isUnwrittenField({ value, lists }: Field): boolean {
  return isSkeleton(value.text) || lists.some(isUnwrittenList);
}
