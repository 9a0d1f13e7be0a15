import { readMarkdown, type Section } from "../../markdown/index.ts";

/** Pure edits of a file of patterns. Everything that an edit does not name stays byte for byte. */

/** @returns the entry of a slug: a heading of the second rank with all below it */
export function entrySection(text: string, slug: string): Section | undefined {
  return readMarkdown(text).allSections.find(({ depth, anchor }) => depth === 2 && anchor === slug);
}

/** @returns an entry's Markdown from its heading on, without the blank lines behind it */
export function entryText(text: string, slug: string): string | undefined {
  const section = entrySection(text, slug);
  return section && text.slice(section.span.start, section.span.end).trimEnd();
}

/** @returns an entry without the marks by which this project brings its examples in */
export function withoutMarks(entry: string): string {
  return entry.replace(/<!-- example: [\w.-]{1,80} -->\n{1,2}/g, "");
}

/** @returns the file with an entry at its end */
export function appendEntry(text: string, entry: string): string {
  return `${text.trimEnd()}\n\n${entry.trim()}\n`;
}

/** @returns the file without an entry */
export function removeEntry(text: string, slug: string): string {
  const section = entrySection(text, slug);
  if (!section) return text;
  const rest = text.slice(section.span.end).trimStart();
  return `${text.slice(0, section.span.start).trimEnd()}\n${rest === "" ? "" : `\n${rest}`}`;
}

/** @returns the file with labelled fields right below an entry's heading */
export function addFields(text: string, slug: string, fields: Readonly<Record<string, string>>): string {
  const section = entrySection(text, slug);
  if (!section) return text;
  const { end } = section.heading;
  const block = Object.entries(fields)
    .map(([label, value]) => `**${label}**: ${value}\n\n`)
    .join("");
  return `${text.slice(0, end)}\n\n${block}${text.slice(end).trimStart()}`;
}

/**
 * Makes an entry from the template of a pattern.
 *
 * @param template the text of the template; its entry is the heading of the second rank, its comments are for the writer
 */
export function newEntry(template: string, title: string): string {
  const { text, allSections, comments } = readMarkdown(template);
  const section = allSections.find(({ depth }) => depth === 2);
  const start = section?.span.start ?? text.length;
  const later = allSections.filter(({ title }) => /\(if applicable\)/i.test(title)).map(({ span }) => ({ span }));
  const isLater = (at: number) => later.some(({ span }) => at >= span.start && at < span.end);
  return [...comments.filter(({ span }) => !isLater(span.start)), ...later]
    .filter(({ span }) => span.start >= start)
    .sort((a, b) => a.span.start - b.span.start)
    .reduceRight((rest, { span }) => rest.slice(0, span.start) + rest.slice(span.end), text)
    .slice(start, undefined)
    .replace(/^## .*$/m, () => `## ${title}`)
    .replace(/\n{3,}/g, "\n\n")
    .trimEnd();
}
