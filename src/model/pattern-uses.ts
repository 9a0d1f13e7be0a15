import { posix } from "node:path";
import { DEFAULTS } from "../config/config.ts";
import type { Context, Pattern } from "../context/types.ts";
import { literally, nameKey } from "../text/names.ts";
import { family } from "./documents/families.ts";
import { cell, readRows } from "./documents/items.ts";
import { readLinks } from "./documents/links.ts";
import { saysNothing } from "./query.ts";
import type { AlignedDocument, DocumentLink, PatternUse, Row } from "./types.ts";

/** The words with which people decide against something. */
const DECLINED = /\b(?:declined?|declining|rejected|ruled out|decided against|turned down|not (?:applied|used|needed|adopted|taken))\b/i;
const DECLINING_CELL = /^\W*(?:declin|reject|refus|ruled out|skip|no\b|not\b|without\b|n\/a)/i;

/**
 * @returns where an output applies a pattern, declines it, or merely lists it: by a link, and in a table of patterns or
 *   decisions also by its name
 */
export function readPatternUses(document: AlignedDocument | undefined, context: Context): PatternUse[] {
  if (!document) return [];
  const links = readLinks(document).flatMap((link) => {
    const pattern = linkedPattern(link, context);
    return pattern ? [{ pattern, link }] : [];
  });
  const rows = ["patterns", "decisions"].flatMap((facts) => rowsOf(document, facts).map((row) => ({ row, facts })));
  const inRows = rows.flatMap(({ row, facts }) => {
    const linked = links.filter(({ link }) => link.place.line === row.place.line).map(({ pattern }) => pattern);
    const named = namedIn(row, facts === "patterns", context.patterns).filter((pattern) => !linked.includes(pattern));
    return [
      ...linked.map((pattern) => useInRow(pattern, row, true)),
      ...named
        .map((pattern) => useInRow(pattern, row, false))
        .map((use) => (facts === "patterns" ? use : { ...use, decision: "declined" as const })),
    ];
  });
  const tabled = new Set(rows.map(({ row }) => row.place.line));
  const elsewhere = links.filter(({ link }) => !tabled.has(link.place.line)).map(({ pattern, link }) => useInText(pattern, link, document));
  return [...inRows, ...elsewhere];
}

/** The folder counts and not the file: an entry that has moved to another category is still the same. */
function linkedPattern({ path, fragment }: DocumentLink, { patterns, config }: Context): Pattern | undefined {
  if (path === undefined || ![config.patterns, DEFAULTS.patterns].includes(posix.dirname(path))) return undefined;
  const named = fragment && patterns.find(({ slug }) => slug === fragment.toLowerCase());
  // A document is one pattern, whichever of its headings a link leads to.
  return named || patterns.find(({ form, place }) => form === "document" && place.file === path);
}

function rowsOf(document: AlignedDocument, facts: string): Row[] {
  const tables = family(document, facts).flatMap(({ sections }) => sections.flatMap((section) => section.tables));
  return readRows(tables, document.place);
}

/** In a table of patterns the first cell is a name; a decision names in its sentence what it is against. */
function namedIn({ cells }: Row, isTableOfPatterns: boolean, patterns: readonly Pattern[]): Pattern[] {
  const texts = Object.values(cells).map(({ text }) => text);
  if (isTableOfPatterns) {
    const key = nameKey(texts[0] ?? "");
    return titlesOf(patterns).flatMap((title) => (title.key === key ? [title.pattern] : []));
  }
  const text = texts.join("; ");
  const said = plain(text);
  return titlesOf(patterns).flatMap(({ pattern, words }) => (said.includes(words) && declines(text, pattern.title) ? [pattern] : []));
}

/** The same patterns are looked for in every row of every feature. */
const titles = new WeakMap<readonly Pattern[], { pattern: Pattern; key: string; words: string }[]>();

function titlesOf(patterns: readonly Pattern[]) {
  const known = titles.get(patterns) ?? patterns.map((pattern) => ({ pattern, key: nameKey(pattern.title), words: plain(pattern.title) }));
  titles.set(patterns, known);
  return known;
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s-]+/g, " ");
}

/** "No saga: ...", "a saga was rejected". */
function declines(text: string, title: string): boolean {
  const name = literally(title).replace(/\s+/g, "[\\s-]+");
  const before = `\\b(?:declin\\w+|reject\\w*|no|not|without|against|instead of|rather than)(?: an?| the)? ${name}s?\\b`;
  const after = `\\b${name}s? (?:(?:is|are|was|were) )?(?:declined|rejected|ruled out|not (?:applied|used|needed|adopted|taken))\\b`;
  return new RegExp(`${before}|${after}`, "i").test(text);
}

function useInRow({ slug, title }: Pattern, row: Row, linked: boolean): PatternUse {
  const decided = cell(row, "Decision")?.text;
  const texts = Object.values(row.cells).map(({ text }) => text);
  const isVerdict = decided !== undefined && cell(row, "Pattern") !== undefined;
  const declined = isVerdict ? DECLINING_CELL.test(decided) : DECLINED.test(texts.join(" "));
  const said = texts.filter((text) => !saysNothing(text) && nameKey(text) !== nameKey(title) && (!isVerdict || text !== decided));
  return { slug, decision: declined ? "declined" : "applied", linked, reasoned: said.length > 0, place: row.place };
}

/** Anywhere else a link applies the pattern, unless its clause or a cell beside it declines it, or it is one of the related documents. */
function useInText({ slug }: Pattern, { place }: DocumentLink, document: AlignedDocument): PatternUse {
  const { text, lines } = document.markdown;
  const line = lines.lineIn(text, place.line);
  const listed = family(document, "related-documents").some(({ sections }) =>
    sections.some(({ span }) => place.line >= span.line && place.line <= span.endLine),
  );
  const decision = listed ? "listed" : declinesAt(line, place.column - 1) ? "declined" : "applied";
  return { slug, decision, linked: true, reasoned: true, place };
}

/** "On approved, rejected and failed; as in [Retry]": what another clause says is not said of the pattern. */
function declinesAt(line: string, at: number): boolean {
  const isRow = line.trimStart().startsWith("|");
  const parts = isRow ? line.split("|") : [line];
  let start = 0;
  for (const part of parts) {
    const end = start + part.length;
    if (at >= start && at <= end ? DECLINED.test(clauseAt(part, at - start)) : /^\W*(?:declin|reject|ruled out)/i.test(part)) return true;
    start = end + 1;
  }
  return false;
}

function clauseAt(text: string, at: number): string {
  const before = Math.max(text.lastIndexOf(";", at - 1), text.lastIndexOf(". ", at - 1));
  const after = /;|\.(?:\s|$)/.exec(text.slice(at))?.index;
  return text.slice(before + 1, after === undefined ? undefined : at + after);
}
