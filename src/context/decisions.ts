import type { Place } from "../findings/finding.ts";
import { type MarkdownDocument, readMarkdown, type Section } from "../markdown/index.ts";
import { nameKey } from "../text/names.ts";
import { isSkeleton } from "../text/skeleton.ts";

/** The stages of a decision's life, in the words of MADR and, for the first, of log4brains. */
export const DECISION_STATUSES = ["draft", "proposed", "accepted", "rejected", "deprecated", "superseded"] as const;

/** One architecture decision record. */
export interface Decision {
  file: string;
  /** What other records call it: ADR-0003, or its file's name where that begins with a day; empty where it begins with neither. */
  name: string;
  /** The number that its file name begins with. */
  number?: number;
  title: string;
  /** The first word of what it says on its status, in lower case; empty where it says nothing. */
  status: string;
  /** The name of the record that takes its place. */
  supersededBy?: string;
  /** The names of the records whose place it takes. */
  supersedes: string[];
  date: string;
  /** What was chosen and why, and what follows from it: the first words of the outcome and the consequences. */
  outcome: string;
  consequences: string;
  /** Why its front matter cannot be read. */
  problem?: string;
  /** The titles of the sections that have contents of their own. */
  sections: string[];
  place: Place;
}

/** Every decision record of a project, in the order of the file names. */
export interface DecisionLog {
  decisions: Decision[];
  /** The links of the records that lead nowhere. */
  broken: { url: string; place: Place }[];
}

/**
 * Reads a decision record: MADR with its front matter, and the forms of adr-tools, log4brains and older MADR, which keep the
 * status in a section or a line of its own.
 *
 * @param file the path, relative to the workspace
 */
export function readDecision(text: string, file: string): Decision {
  const document = readMarkdown(text);
  const { frontMatter, allSections } = document;
  const status = statusOf(document);
  const title = allSections.find(({ depth }) => depth === 1);
  const successor = /\bsuper[cs]eded\b(.*)/is.exec(status)?.[1];
  return {
    file,
    name: decisionNameOf(file),
    number: numberOf(file),
    title: (title?.title ?? "").replace(/^(?:ADR[- ]?)?\d+\s*[.:)-]\s*/i, ""),
    status: successor === undefined ? (/^\W*([a-z]+)/i.exec(status)?.[1]?.toLowerCase() ?? "") : "superseded",
    supersededBy: namesIn(successor ?? "")[0],
    supersedes: supersededIn(document),
    date: String(frontMatter.data.date ?? ""),
    outcome: wordsUnder(document, ["decisionoutcome", "decision"]),
    consequences: wordsUnder(document, ["consequences", "impact"]),
    ...(frontMatter.problem && { problem: frontMatter.problem.reason }),
    sections: allSections.filter(hasContents).map((section) => section.title),
    place: { file, line: title?.heading.line ?? 1, column: 1 },
  };
}

/** @returns what other records call the one in a file; empty where its name begins with neither a number nor a day. */
export function decisionNameOf(file: string): string {
  const number = numberOf(file);
  return number === undefined ? datedName(file) : decisionName(number);
}

/** The template's braces say nothing. */
function wordsUnder({ allSections }: MarkdownDocument, titles: readonly string[]): string {
  const section = allSections.find(({ title }) => titles.includes(nameKey(title)));
  const texts = section ? [...section.paragraphs, ...section.lists.flatMap(({ items }) => items)].map(({ text }) => text) : [];
  return texts
    .filter((text) => text !== "" && !isSkeleton(text))
    .join("; ")
    .replace(/\s+/g, " ")
    .slice(0, 600);
}

/** @returns how people write a record's number: ADR-0003. */
export function decisionName(number: number): string {
  return `ADR-${String(number).padStart(4, "0")}`;
}

/** A day, and what follows it, at the beginning of a name: log4brains calls its records so. */
const DATED = /(?<![\w-])(?:\d{8}(?:T?\d{4,6})?|\d{4}-\d{2}-\d{2})[-_][\p{L}\p{N}_-]{1,200}/u;

function numberOf(file: string): number | undefined {
  const name = baseName(file);
  const [, digits] = DATED.exec(name)?.index === 0 ? [] : (/^(?:adr[-_ ]?)?(\d{1,5})(?:[-_. ]|$)/i.exec(name) ?? []);
  return digits === undefined ? undefined : Number(digits);
}

function datedName(file: string): string {
  return DATED.exec(baseName(file))?.index === 0 ? baseName(file) : "";
}

function baseName(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.md$/i, "");
}

function statusOf({ frontMatter, allSections, preamble }: MarkdownDocument): string {
  const stated = frontMatter.data.status;
  if (typeof stated === "string") return stated.trim();
  const section = allSections.find(({ title }) => nameKey(title) === "status");
  if (section) {
    // adr-tools adds the link to the successor below what was said before.
    const said = proseOf(section).filter((text) => text.trim() !== "");
    return said.find((text) => /^\W{0,9}super[cs]eded\b/i.test(text)) ?? said[0] ?? "";
  }
  const line = [preamble, ...allSections].flatMap(proseOf).find((text) => /^\W*status\W*:/i.test(text));
  return line?.replace(/^\W*status\W*:\W*/i, "") ?? "";
}

/** `supersedes: ADR-0003` in the front matter, or a sentence that begins with the word. */
function supersededIn({ frontMatter, allSections }: MarkdownDocument): string[] {
  const stated = [frontMatter.data.supersedes ?? []].flat().map(String);
  const told = allSections.flatMap(proseOf).filter((text) => /^\W{0,9}super[cs]edes\b/i.test(text));
  return [...new Set([...stated, ...told].flatMap(namesIn))].sort();
}

/** The records that a text names, each by its name: by the file that it links to, its number or its dated name. */
function namesIn(text: string): string[] {
  const files = Array.from(text.matchAll(/([^\s/()<>"]{1,200})\.md\b/g), ([, file = ""]) => file);
  const linked = files.flatMap((file) => numberOf(file) ?? (datedName(file) || []));
  if (linked.length > 0) return linked.map((one) => (typeof one === "number" ? decisionName(one) : one));
  const [dated] = DATED.exec(text) ?? [];
  return dated === undefined ? numbersIn(text).map(decisionName) : [dated];
}

/** A record that a text names by its number, without a link. */
export interface DecisionMention {
  name: string;
  start: number;
  end: number;
}

/** @returns where a text names records as ADR-0003, ADR 3 or ADR#3 */
export function decisionMentions(text: string): DecisionMention[] {
  if (!/ADR/i.test(text)) return [];
  return Array.from(text.matchAll(/(?<![\w/-])ADR[- #]?(\d{1,5})(?![\w-])/gi), ({ 0: whole, 1: digits, index }) => ({
    name: decisionName(Number(digits)),
    start: index,
    end: index + whole.length,
  }));
}

/** A number of four digits, or one behind ADR: 3 of "ADR-3", of "0003-use-a-queue.md" and of the front matter's plain "3". */
function numbersIn(text: string): number[] {
  if (/^\s*\d+\s*$/.test(text)) return [Number(text)];
  return [...text.matchAll(/\bADR[- #]?(\d{1,5})\b|(?<![\d-])(\d{4})(?![\d]|-\d\d\b)|\[(\d{1,5})[.:] /gi)].map((match) =>
    Number(match[1] ?? match[2] ?? match[3]),
  );
}

/** As it is written: a link's address bears the number, and not always its text. */
function proseOf({ fields, lists, paragraphs }: Section): string[] {
  const labelled = fields.map(({ label, value }) => `${label}: ${value.source}`);
  const items = lists.flatMap((list) => list.items.map(({ source }) => source));
  return [...paragraphs.map(({ source }) => source), ...items, ...labelled].flatMap((text) => text.split("\n"));
}

/** Words of its own: the template's braces say nothing yet. */
function hasContents(section: Section): boolean {
  const { tables, blocks, sections } = section;
  return (
    tables.length + blocks.length > 0 || sections.some(hasContents) || proseOf(section).some((text) => !/^[^\w{]*\{.*\}\s*$/.test(text))
  );
}
