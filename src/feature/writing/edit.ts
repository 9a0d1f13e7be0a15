import { KnownError } from "../../findings/errors.ts";
import { type MarkdownDocument, readMarkdown, type Section } from "../../markdown/index.ts";
import { titleKey } from "../../text/names.ts";

/** Pure edits of a document's text. Everything that an edit does not name stays byte for byte. */

/**
 * Puts a section's contents into a document: in place of the present contents, or as a new section
 * where the template's order wants it.
 *
 * @param titles the titles of the template's top sections, in order
 * @param title the one to write, as the template spells it
 * @param body Markdown without the section's own heading; its headings are of the third rank or lower
 * @param known the heading under which the document has the section, where that is another than the template's
 * @throws KnownError (`heading-rank`) where a heading in the body would end the section, (`open-block`) where the body would not end
 */
export function placeSection(document: MarkdownDocument, titles: readonly string[], title: string, body: string, known?: Section): string {
  const newline = document.text.includes("\r\n") ? "\r\n" : "\n";
  const contents = normalise(withoutOwnHeading(body, title), newline);
  refuseHighHeadings(contents, title);
  refuseOpenBlocks(contents, title);
  const present = topSections(document);
  const existing = present.find((section) => titleKey(section.title) === titleKey(title)) ?? known;
  if (existing)
    return splice(document.text, existing.heading.end, endOf(document, existing, titles), `${newline}${newline}${contents}`, newline);
  const later = new Set(titles.slice(titles.indexOf(title) + 1).map(titleKey));
  const next = present.find((section) => later.has(titleKey(section.title)));
  const at = next?.span.start ?? document.text.length;
  return splice(document.text, at, at, `## ${title}${newline}${newline}${contents}`, newline);
}

/** @returns the sections of the second rank, wherever the first rank's heading is. */
export function topSections(document: MarkdownDocument): Section[] {
  return document.sections.flatMap((section) => (section.depth === 1 ? section.sections : [section]));
}

function withoutOwnHeading(body: string, title: string): string {
  const first = readMarkdown(body).allSections[0];
  if (!first || body.slice(0, first.span.start).trim() !== "" || titleKey(first.title) !== titleKey(title)) return body;
  return body.slice(first.heading.end);
}

function normalise(body: string, newline: string): string {
  return body
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?|\n/g, newline)
    .replace(/^(?:[ \t]*\r?\n)+/, "")
    .trimEnd();
}

function refuseHighHeadings(contents: string, title: string): void {
  const high = readMarkdown(contents).allSections.find((section) => section.depth <= 2);
  if (!high) return;
  throw new KnownError(
    "heading-rank",
    `unexpected heading "${high.title}" of rank ${high.depth} inside of the section "${title}"`,
    "Use ### and lower inside of a section, and write other sections on their own.",
  );
}

/** What is begun and not closed would take in all sections behind it, and the next write would take them away. */
function refuseOpenBlocks(contents: string, title: string): void {
  if (!isOpen(contents)) return;
  throw new KnownError(
    "open-block",
    `unexpected end of the section "${title}": what is begun in it is not closed, so that the sections behind it would become a part of it`,
    "Close the block of code, the comment or the HTML element that is still open at its end.",
  );
}

/** @returns whether a heading behind a text would be no heading any more */
function isOpen(contents: string): boolean {
  return !readMarkdown(`${contents}\n\n## Next\n`).allSections.some(({ depth }) => depth === 2);
}

/** Where a section that somebody left open has taken in others, it ends before the first of them. */
function endOf({ text }: MarkdownDocument, { heading, span }: Section, titles: readonly string[]): number {
  const contents = text.slice(heading.end, span.end);
  if (!isOpen(contents)) return span.end;
  const own = new Set(titles.map(titleKey));
  const taken = [...contents.matchAll(/^## ([^\r\n]{1,200})$/gm)].find(([, title = ""]) => own.has(titleKey(title)));
  return taken ? heading.end + taken.index : span.end;
}

/** Replaces a stretch by a block of text, with one blank line on either side and a newline at the end. */
function splice(text: string, from: number, to: number, block: string, newline: string): string {
  const before = text.slice(0, from).trimEnd();
  const after = text.slice(to).replace(/^(?:[ \t]*\r?\n)+/, "");
  const opening = before === "" ? "" : block.startsWith(newline) ? "" : `${newline}${newline}`;
  return `${before}${opening}${block}${newline}${after === "" ? "" : newline}${after}`;
}

/**
 * Sets plain values in a document's front matter, and leaves every other line of it as it is.
 *
 * @param values scalar values or flat lists, by key
 */
export function setFrontMatter(document: MarkdownDocument, values: Readonly<Record<string, string | readonly string[]>>): string {
  const { span } = document.frontMatter;
  const newline = document.text.includes("\r\n") ? "\r\n" : "\n";
  // Each line with its own end, which may be another than that of most.
  const [opening = `---${newline}`, ...lines] = span ? document.text.slice(0, span.end).split(/(?<=\n)/) : [];
  const closing = lines.pop() ?? "---";
  for (const [key, value] of Object.entries(values)) {
    const line = `${key}: ${formatValue(value)}${newline}`;
    const at = lines.findIndex((present) => present.startsWith(`${key}:`));
    if (at === -1) lines.push(line);
    else lines.splice(at, blockLength(lines, at), line);
  }
  const rest = document.text.slice(span?.end ?? 0);
  return [opening, ...lines, closing].join("") + (span ? rest : `${newline}${newline}${rest}`);
}

/** A value may run over indented lines or dashes below its key. */
function blockLength(lines: readonly string[], at: number): number {
  let length = 1;
  while (/^(?:\s+\S|-\s)/.test(lines[at + length] ?? "")) length++;
  return length;
}

function formatValue(value: string | readonly string[]): string {
  if (typeof value !== "string") return `[${value.map(formatValue).join(", ")}]`;
  // Only what YAML would read as something else needs quotes.
  const isPlain = /^[A-Za-z][\w ./()&'-]*$/.test(value) && !/^(?:true|false|null|yes|no|on|off|y|n)$/i.test(value) && !value.endsWith(" ");
  return isPlain || /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : JSON.stringify(value);
}

/** @returns the text with the byte order mark that the document had, as it is to be written. */
export function withMark({ marked }: MarkdownDocument, text: string): string {
  return marked ? `\uFEFF${text}` : text;
}
