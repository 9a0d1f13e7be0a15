import type { Inline, Table } from "../../markdown/index.ts";
import { nameKey } from "../../text/names.ts";
import { family } from "../documents/families.ts";
import type { AlignedDocument, Component, Model, Place } from "../types.ts";

/** A row of the table that says where requirements are covered. */
export interface CoverageRow {
  ids: string[];
  /** What it says on where. */
  text: string;
  /** It names nothing of the design: every component, the whole design. */
  blanket: boolean;
  /** It claims nearly all requirements, for hardly any part. */
  everything: boolean;
  /** It is a placeholder, or says that nothing covers them. */
  empty: boolean;
  place: Place;
}

const known = new WeakMap<Model, CoverageRow[]>();

/** @returns the rows of the tables of coverage, which are read once */
export function coverageRows(model: Model): CoverageRow[] {
  const rows = known.get(model) ?? readRows(model);
  known.set(model, rows);
  return rows;
}

/** @returns whether as many of a feature's requirements are claimed in one place as no single place answers */
export function isNearlyAll(ids: readonly string[], { requirements }: Model): boolean {
  return ids.length >= 8 && ids.length > requirements.length * 0.7;
}

const NOTHING =
  /\{[^{}\n]{0,200}\}|\b(?:not (?:yet )?(?:covered|answered|addressed|designed|decided)|uncovered|unanswered|open point|tb[dc]|todo|to be (?:decided|defined|determined|done|completed)|decide later|undecided)\b|\?{2,}/i;
/** Braces of a path are no placeholder: /orders/{orderId}/refunds. */
const PARAMETER = /[/=]\{\w{1,60}\}/g;

function readRows(model: Model): CoverageRow[] {
  const document = model.documents.architecture;
  if (!document) return [];
  const named = namesOf(model);
  const onLine = new Map<number, string[]>();
  for (const { id, place } of model.mentions)
    if (place.file === document.file) {
      const ids = onLine.get(place.line);
      if (ids) ids.push(id);
      else onLine.set(place.line, [id]);
    }
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
      const everything = isNearlyAll(ids, model) && componentsIn(text, model).length < 3;
      return {
        ids,
        text,
        blanket: isBlanket(text, named),
        everything,
        empty: saysNothing(row.slice(1)),
        place: document.place(first.span),
      };
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

/** @returns the components that a text names */
export function componentsIn(text: string, { architecture }: Model): Component[] {
  const key = nameKey(text);
  return architecture.components.filter(({ name }) => key.includes(nameKey(name)));
}
