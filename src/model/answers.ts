import type { Inline, Table } from "../markdown/index.ts";
import { nameKey } from "../text/names.ts";
import { family } from "./families.ts";
import { requirementKey } from "./requirement-ids.ts";
import type { AlignedDocument, Mention, Model, Place, Requirement } from "./types.ts";

/** How far a requirement is answered. */
export type AnswerState = "open" | "listed" | "answered" | "declined";

/** Where the outputs deal with a requirement, and how far. */
export interface Answer {
  requirement: Requirement;
  state: AnswerState;
  /** The places that count; of an open one there are none. */
  places: Mention[];
}

/** A row of the table that says where requirements are covered. */
export interface CoverageRow {
  ids: string[];
  /** What it says on where. */
  text: string;
  /** It names nothing of the design: every component, the whole design. */
  blanket: boolean;
  /** It is a placeholder, or says that nothing covers them. */
  empty: boolean;
  place: Place;
}

const known = new WeakMap<Model, { answers: Answer[]; rows: CoverageRow[] }>();

/** @returns how far each requirement is answered; a placeholder answers nothing, and a row that claims everything only lists */
export function answersOf(model: Model): Answer[] {
  return read(model).answers;
}

/** @returns the rows of the tables of coverage */
export function coverageRows(model: Model): CoverageRow[] {
  return read(model).rows;
}

function read(model: Model) {
  const found = known.get(model) ?? readAnswers(model);
  known.set(model, found);
  return found;
}

const NOTHING =
  /\{[^{}\n]{0,200}\}|\b(?:not (?:yet )?(?:covered|answered|addressed|designed|decided)|uncovered|unanswered|open point|tb[dc]|todo|to be (?:decided|defined|determined|done|completed)|decide later|undecided)\b|\?{2,}/i;
/** Braces of a path are no placeholder: /orders/{orderId}/refunds. */
const PARAMETER = /[/=]\{\w{1,60}\}/g;
const DECLINED = /\b(?:declined|out of scope|deferred|postponed|dropped|departs? from|not built|left out)\b/i;

function readAnswers(model: Model): { answers: Answer[]; rows: CoverageRow[] } {
  const rows = readRows(model);
  const rowAt = new Map(rows.map((row) => [`${row.place.file}:${row.place.line}`, row]));
  const byKey = new Map<string, Mention[]>();
  for (const mention of model.mentions) {
    const key = requirementKey(mention.id);
    byKey.set(key, [...(byKey.get(key) ?? []), mention]);
  }
  const isEmptyLine = emptyLines(model);
  const answers = model.requirements.map((requirement): Answer => {
    const mentions = (byKey.get(requirementKey(requirement.id)) ?? []).filter(
      ({ place }) => !rowAt.get(`${place.file}:${place.line}`)?.empty && !isEmptyLine(place),
    );
    if (mentions.length === 0) return { requirement, state: "open", places: [] };
    if (mentions.every(({ place }) => rowAt.get(`${place.file}:${place.line}`)?.blanket))
      return { requirement, state: "listed", places: mentions };
    const declined = mentions.every(
      ({ document, place }) => DECLINED.test(lineOf(model, document, place)) && /departure|scope/i.test(sectionOf(model, document, place)),
    );
    return { requirement, state: declined ? "declined" : "answered", places: mentions };
  });
  return { answers, rows };
}

function lineOf({ documents }: Model, kind: Mention["document"], { line }: Place): string {
  const markdown = documents[kind]?.markdown;
  return markdown ? markdown.text.slice(markdown.lines.offset(line, 1), markdown.lines.offset(line + 1, 1)) : "";
}

function sectionOf({ documents }: Model, kind: Mention["document"], { line }: Place): string {
  return documents[kind]?.markdown.allSections.findLast(({ span }) => span.line <= line && line <= span.endLine)?.title ?? "";
}

/** A line of prose that only says what is not there: "FR-6: {Decide}". */
function emptyLines(model: Model): (place: Place) => boolean {
  const asked = new Map<string, boolean>();
  return (place) => {
    const key = `${place.file}:${place.line}`;
    const before = asked.get(key);
    if (before !== undefined) return before;
    const document = Object.values(model.documents).find(({ file }) => file === place.file);
    const prose = document?.markdown.prose;
    const lines = document?.markdown.lines;
    const text = prose && lines ? prose.slice(lines.offset(place.line, 1), lines.offset(place.line + 1, 1)) : "";
    // Braces of a path are no placeholder.
    const empty =
      /(?<![/\w=`])\{[A-Z][^{}\n]{3,200}\}/.test(text) &&
      text.replace(/\{[^{}\n]{0,200}\}/g, "").replace(/[|\s*-]|\b[A-Z]{2,5}-?\d+\b|\b(?:to|and|decision|the)\b/gi, "").length < 12;
    asked.set(key, empty);
    return empty;
  };
}

function readRows(model: Model): CoverageRow[] {
  const document = model.documents.architecture;
  if (!document) return [];
  const named = namesOf(model);
  const onLine = new Map<number, string[]>();
  for (const { id, place } of model.mentions)
    if (place.file === document.file) onLine.set(place.line, [...(onLine.get(place.line) ?? []), id]);
  return tablesOf(document).flatMap(({ rows, header }) =>
    rows.flatMap((row) => {
      const [first] = row;
      if (!first) return [];
      const text = row
        .slice(1)
        .map((cell) => cell.text)
        .join("; ");
      const ids = [...new Set(onLine.get(first.span.line) ?? [])];
      if (ids.length === 0 || header.length < 2) return [];
      return { ids, text, blanket: isBlanket(text, named), empty: saysNothing(row.slice(1)), place: document.place(first.span) };
    }),
  );
}

function tablesOf(document: AlignedDocument): Table[] {
  const aligned = family(document, "coverage").flatMap(({ sections }) => sections);
  const sections = aligned.length > 0 ? aligned : document.markdown.allSections.filter(({ title }) => /coverage|traceab/i.test(title));
  return sections.flatMap(({ tables }) => tables);
}

function saysNothing(cells: readonly Inline[]): boolean {
  const text = cells
    .map((cell) => cell.text)
    .join(" ")
    .trim();
  return text === "" || /^[\s\-–—?.…]*$/.test(text) || (NOTHING.test(text.replace(PARAMETER, "")) && text.length < 90);
}

/** Words that claim everything and name nothing. */
const ALL =
  /^(?:the\s+)?(?:(?:whole|entire|complete|full|all|every|each|this|our|both|overall)\b|(?:design|architecture|system|components?|document|solution|service)\s*$|see\b|as (?:described|designed|above)|covered|done|yes|n\/?a\b|throughout|everywhere)/i;

function isBlanket(text: string, named: ReadonlySet<string>): boolean {
  if (names(text, named)) return false;
  return ALL.test(text.trim()) || text.trim().split(/\s+/).length <= 3;
}

/** Everything in a design that a row may name. */
function namesOf({ architecture, backend, contracts, integrations }: Model): Set<string> {
  return new Set(
    [
      ...architecture.components.map(({ name }) => name),
      ...backend.structures.map(({ name }) => name),
      ...backend.interfaces.map(({ name }) => name),
      ...contracts.structures.map(({ name }) => name),
      ...architecture.patterns.flatMap(({ cells }) => Object.values(cells)[0]?.text ?? []),
      ...integrations.flatMap(({ cells }) => Object.values(cells)[0]?.text ?? []),
      ...architecture.flows.map(({ name }) => name),
    ]
      .map(nameKey)
      .filter((key) => key.length > 3),
  );
}

function names(text: string, named: ReadonlySet<string>): boolean {
  const key = nameKey(text);
  for (const name of named) if (key.includes(name)) return true;
  return false;
}
