import type { Inline, Section, Table } from "../../markdown/index.ts";
import { nameKey } from "../../text/names.ts";
import { family } from "../documents/families.ts";
import { saysNothing } from "../query.ts";
import type { AlignedDocument, Departure, Mention, OpenQuestion } from "../types.ts";

/** What a design says of its departures and of what is open. */
export interface Aside {
  departures: Departure[];
  questions: OpenQuestion[];
}

const DEPARTURES = /^(?:known\s+)?(?:departures?|deviations?)\b/i;
const QUESTIONS = /^(?:open|unresolved|outstanding)\s+(?:questions?|points?|issues?)$/i;
const BOTH = /^departures? and open questions?$/i;

/** One entry: the cells of a row by the keys of their columns, or an item of a list as a whole. */
interface Entry {
  cells: ReadonlyMap<string, string>;
  all: readonly Inline[];
}

/**
 * Reads what a design does otherwise than its inputs ask, and what it leaves open: from the sections of the template, and from those that
 * a team has given such a heading. Rows are told apart by their columns, items by the heading above them.
 */
export function readAside(document: AlignedDocument | undefined, mentions: readonly Mention[]): Aside {
  const aside: Aside = { departures: [], questions: [] };
  if (!document) return aside;
  for (const section of sectionsOf(document)) {
    const asked = isAsking(document, section);
    for (const entry of entriesOf(section)) {
      if (asked || isQuestion(entry)) aside.questions.push(asQuestion(entry, document, mentions));
      else aside.departures.push(asDeparture(entry, document, mentions));
    }
  }
  return aside;
}

/** Each section once, with what stands below it under other headings. */
function sectionsOf(document: AlignedDocument): Section[] {
  const known = ["departures", "open-questions"].flatMap((facts) => family(document, facts).flatMap(({ sections }) => sections));
  const titled = document.markdown.allSections.filter(
    ({ title, depth }) => depth > 1 && (DEPARTURES.test(title) || QUESTIONS.test(title) || BOTH.test(title)),
  );
  return [...new Set([...known, ...titled])];
}

function isAsking(document: AlignedDocument, section: Section): boolean {
  return family(document, "open-questions").some(({ sections }) => sections.includes(section)) || QUESTIONS.test(section.title);
}

function entriesOf({ tables, lists, paragraphs }: Section): Entry[] {
  const rows = tables.flatMap((table) => table.rows.map((row) => ({ cells: cellsOf(table, row), all: row })));
  const items = lists.flatMap((list) => list.items.map((item) => ({ cells: new Map<string, string>(), all: [item] })));
  // A paragraph that leads in to a table states none.
  const said = paragraphs.filter(({ text }) => reasonIn(text) !== "").map((text) => ({ cells: new Map<string, string>(), all: [text] }));
  return [...rows, ...items, ...said].filter(({ all }) => all.some(({ text }) => !saysNothing(text) && !/^none\b/i.test(text)));
}

function cellsOf({ header }: Table, row: readonly Inline[]): Map<string, string> {
  return new Map(header.map(({ text }, index) => [nameKey(text), row[index]?.text ?? ""]));
}

function isQuestion({ cells }: Entry): boolean {
  return cells.has("question") || cells.has("whodecides");
}

function asDeparture(entry: Entry, document: AlignedDocument, mentions: readonly Mention[]): Departure {
  const text = textOf(entry);
  return {
    ids: idsIn(entry, document, mentions),
    names: entry.all.flatMap(({ codes }) => codes),
    text,
    reason: cell(entry, /reason|rationale|^why/) ?? reasonIn(text),
    place: placeOf(entry, document),
  };
}

function asQuestion(entry: Entry, document: AlignedDocument, mentions: readonly Mention[]): OpenQuestion {
  const said = partsOf(textOf(entry));
  return {
    ids: idsIn(entry, document, mentions),
    question: cell(entry, /question|^open|issue|point/) ?? said.question,
    decider: cell(entry, /decide|owner|^who/) ?? said.decider,
    assumption: cell(entry, /assum|default|untilthen|meanwhile/) ?? said.assumption,
    shaped: ["question", "whodecides", "assumeduntilthen"].every((column) => entry.cells.has(column)),
    place: placeOf(entry, document),
  };
}

const DECIDES = /\b(?:decides?|decided by|owner)\b/i;
const ASSUMES = /\b(?:assum\w{1,9}|until then|meanwhile|default)\b/i;

/** In a list, the question stands first, and each further sentence says who decides it, or what holds until then. */
function partsOf(text: string): Pick<OpenQuestion, "question" | "decider" | "assumption"> {
  const sentences = text.split(/(?<=[?.])\s|;\s/).filter((sentence) => sentence.trim() !== "");
  const [first = text, ...others] = sentences;
  const deciding = others.find((sentence) => DECIDES.test(sentence)) ?? (DECIDES.test(first) ? first : "");
  const assuming = others.find((sentence) => ASSUMES.test(sentence)) ?? (ASSUMES.test(first) ? first : "");
  return {
    question: first,
    decider: deciding.replace(/\s(?:decides?|will decide)\b.{0,300}$|^.{0,80}\b(?:decided by|owner:?)\s/i, ""),
    assumption: assuming.replace(/^.{0,80}\b(?:until then|meanwhile),?\s/i, ""),
  };
}

/** In a list, what follows the word that gives a reason. */
function reasonIn(text: string): string {
  return /\b(?:because|since|so that|in order to|due to|owing to|reason)\b:?\s*(.{0,400})/i.exec(text)?.[1] ?? "";
}

function cell({ cells }: Entry, column: RegExp): string | undefined {
  if (cells.size === 0) return undefined;
  for (const [name, text] of cells) if (column.test(name)) return saysNothing(text) ? "" : text;
  return "";
}

function textOf({ all }: Entry): string {
  return all.map(({ text }) => text).join("; ");
}

function placeOf({ all }: Entry, document: AlignedDocument) {
  const [first] = all;
  const last = all.at(-1) ?? first;
  if (!first || !last) return document.place(document.markdown.lines.span(0, 0));
  return document.place(document.markdown.lines.span(first.span.start, last.span.end));
}

function idsIn(entry: Entry, document: AlignedDocument, mentions: readonly Mention[]): string[] {
  const { line, endLine = line } = placeOf(entry, document);
  const inside = mentions.filter(({ place }) => place.file === document.file && place.line >= line && place.line <= endLine);
  return [...new Set(inside.map(({ id }) => id))];
}
