import type { Place } from "../findings/finding.ts";
import { type MarkdownDocument, readMarkdown, type Section } from "../markdown/index.ts";
import { nameKey } from "../text/names.ts";

/** The stages of a decision's life, in the words of MADR. */
export const DECISION_STATUSES = ["proposed", "accepted", "rejected", "deprecated", "superseded"] as const;

/** One architecture decision record. */
export interface Decision {
  file: string;
  /** The number that its file name begins with. */
  number?: number;
  title: string;
  /** The first word of what it says on its status, in lower case; empty where it says nothing. */
  status: string;
  /** The number of the record that takes its place. */
  supersededBy?: number;
  /** The numbers of the records whose place it takes. */
  supersedes: number[];
  date: string;
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
 * Reads a decision record: MADR with its front matter, and the older forms that keep the status in a section or a line
 * of its own.
 *
 * @param file the path, relative to the workspace
 */
export function readDecision(text: string, file: string): Decision {
  const document = readMarkdown(text);
  const { frontMatter, allSections } = document;
  const status = statusOf(document);
  const title = allSections.find(({ depth }) => depth === 1);
  const successor = /\bsuperseded\b(.*)/is.exec(status)?.[1] ?? "";
  return {
    file,
    number: numberOf(file),
    title: (title?.title ?? "").replace(/^(?:ADR[- ]?)?\d+\s*[.:)-]\s*/i, ""),
    status: /^\W*([a-z]+)/i.exec(status)?.[1]?.toLowerCase() ?? "",
    supersededBy: numbersIn(successor)[0],
    supersedes: supersededIn(document),
    date: String(frontMatter.data.date ?? ""),
    ...(frontMatter.problem && { problem: frontMatter.problem.reason }),
    sections: allSections.filter(hasContents).map((section) => section.title),
    place: { file, line: title?.heading.line ?? 1, column: 1 },
  };
}

/** @returns how people write a record's number: ADR-0003. */
export function decisionName(number: number): string {
  return `ADR-${String(number).padStart(4, "0")}`;
}

function numberOf(file: string): number | undefined {
  const [, digits] = /^(?:adr-?)?(\d{1,5})[-_.]/i.exec(file.slice(file.lastIndexOf("/") + 1)) ?? [];
  return digits === undefined ? undefined : Number(digits);
}

function statusOf({ frontMatter, allSections, preamble }: MarkdownDocument): string {
  const stated = frontMatter.data.status;
  if (typeof stated === "string") return stated.trim();
  const section = allSections.find(({ title }) => nameKey(title) === "status");
  if (section) return proseOf(section)[0] ?? "";
  const line = [preamble, ...allSections].flatMap(proseOf).find((text) => /^\W*status\W*:/i.test(text));
  return line?.replace(/^\W*status\W*:\W*/i, "") ?? "";
}

/** `supersedes: ADR-0003` in the front matter, or a sentence that begins with the word. */
function supersededIn({ frontMatter, allSections }: MarkdownDocument): number[] {
  const stated = [frontMatter.data.supersedes ?? []].flat().map(String);
  const told = allSections.flatMap(proseOf).filter((text) => /^\W*supersedes\b/i.test(text));
  return [...new Set([...stated, ...told].flatMap(numbersIn))].sort((a, b) => a - b);
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
