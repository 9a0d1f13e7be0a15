import { OUTPUT_KINDS } from "../../config/config.ts";
import { derivedHashes } from "../../feature/derived.ts";
import type { MarkdownDocument } from "../../markdown/index.ts";
import { shortHash } from "../../text/hash.ts";
import { waiversIn } from "../documents/waivers.ts";
import { requirementKey } from "../requirements/ids.ts";
import { mentionsOf } from "../requirements/mentioned.ts";
import type { AlignedDocument, Model, Requirement } from "../types.ts";
import { approvalEntries } from "./approvals.ts";

/** The key of the front matter under which a finished design says what it answers. */
export const ANSWERED = "answered";

/** A requirement as it stood when the design was finished. Each is a short hash. */
export interface Fingerprint {
  /** What it said, with its criteria. */
  statement: string;
  /** The lines of the outputs that cite it. */
  answers: string;
}

const STATEMENT = 6;
const ANSWERS = 4;
const ENTRY = new RegExp(`^(.{1,200}) ([0-9a-f]{${STATEMENT}})([0-9a-f]{${ANSWERS}})$`);

/** @returns what a finished design recorded, by the keys of the requirements' ids; undefined where it recorded nothing */
export function recordedIn(model: Model): Map<string, Fingerprint> | undefined {
  const entries = OUTPUT_KINDS.flatMap((kind) => entriesIn(model.documents[kind]?.markdown));
  if (entries.length === 0) return undefined;
  return new Map(
    entries.flatMap((entry) => {
      const [, id = "", statement = "", answers = ""] = ENTRY.exec(entry) ?? [];
      return id === "" ? [] : [[requirementKey(id), { statement, answers }] as const];
    }),
  );
}

/** @returns the entries that a document's front matter holds */
export function entriesIn(markdown: MarkdownDocument | undefined): string[] {
  const entries = markdown?.frontMatter.data[ANSWERED];
  return Array.isArray(entries) ? entries.filter((entry) => typeof entry === "string") : [];
}

/** @returns the lines of a document that count for its budget: without those that groundplan itself keeps in the front matter */
export function countedLines(document: Pick<AlignedDocument, "markdown">): number {
  return document.markdown.lineCount - recordLines(document);
}

/** @returns how many lines groundplan itself keeps in the front matter of a document; they are no line of the author's */
export function recordLines({ markdown }: Pick<AlignedDocument, "markdown">): number {
  const kept = [entriesIn(markdown).length, derivedHashes(markdown).size, waiversIn(markdown).length, approvalEntries(markdown).length];
  return kept.filter((entries) => entries > 0).length;
}

/** @returns the entry that says how a requirement and what answers it stand now */
export function entryOf(model: Model, requirement: Requirement): string {
  const { statement, answers } = fingerprintOf(model, requirement);
  return `${requirement.id} ${statement}${answers}`;
}

/** @returns how a requirement and what answers it stand now */
export function fingerprintOf(model: Model, requirement: Requirement): Fingerprint {
  const lines = mentionsOf(model, requirement.id).map(({ document, place }) => lineOf(model.documents[document], place.line));
  return {
    statement: hash([requirement.whole, ...partsOf(model, requirement.id)], STATEMENT),
    answers: hash([...new Set(lines)].sort(), ANSWERS),
  };
}

/** Criteria, and whatever else belongs to a statement and is no requirement of its own, however deep. */
function partsOf(model: Model, id: string): string[] {
  const parts = model.statements.filter((part) => part.parent === id && part.id !== id && !model.requirements.includes(part));
  return parts.flatMap((part) => [part.whole, ...partsOf(model, part.id)]);
}

function lineOf(document: AlignedDocument | undefined, line: number): string {
  return document ? document.markdown.lines.lineIn(document.markdown.text, line) : "";
}

/** A statement that is moved, marked up or laid out anew says the same. */
function hash(texts: readonly string[], length: number): string {
  const said = texts.flatMap((text) => text.split("\n")).filter((part) => !PRIORITY.test(part));
  const plain = said.map(sayingOf).filter(Boolean).join("\n");
  return shortHash(plain, length);
}

/** How urgent it is, is no part of what it asks for. */
const PRIORITY = /^\s{0,9}(?:(?:must|should|could|nice to|won't)(?: have)?|p[0-4]|high|medium|low|critical)\s{0,9}$/i;

function sayingOf(text: string): string {
  const said = text
    .normalize("NFKC")
    .replace(/[*_`~|"'\u2018-\u201f]/g, " ")
    .replace(/[\u2010-\u2015]/g, "-")
    .replace(/\s+/g, " ")
    .replace(/ (?=[,.;:!?)])/g, "")
    .trim()
    .replace(/[.;:,]{1,9}$/, "");
  return said.slice(0, 1).toLowerCase() + said.slice(1);
}
