import type { Model } from "../../src/core.ts";
import type { Field, Section, Table } from "../../src/markdown/index.ts";
import { allAlignments } from "../../src/model/query.ts";
import type { AlignedDocument } from "../../src/model/types.ts";
import { nameKey } from "../../src/text/names.ts";
import { expectAt, HERE, mutant, removeLines, replace } from "./edit.ts";
import { rewriteTable, withCell, withoutCell } from "./table.ts";
import type { Mutant } from "./types.ts";

const FAMILIES = ["endpoints", "functions", "commands", "events"];

/** The parts that have checks of their own. */
export const ERROR_PARTS = ["Error responses", "Errors raised", "Exit codes"];
export const STEP_PARTS = ["Processing steps", "Behavior", "Trigger"];

/** Whether an operator is meant for the part of a label. */
export type Chosen = (label: string) => boolean;

/** @returns a choice of the labels that are, or are not, among some. */
export function among(labels: readonly string[], wanted = true): Chosen {
  return (label) => labels.map(nameKey).includes(nameKey(label)) === wanted;
}

export interface Found {
  document: AlignedDocument;
  fields: { section: Section; field: Field }[];
  tables: { table: Table; columns: number[] }[];
}

/** @returns the chosen labelled fields and table columns of all interfaces, as far as the template asks for them. */
export function interfaceParts({ documents }: Model, chosen: Chosen = () => true): Found | undefined {
  const document = documents["backend-design"];
  if (!document) return undefined;
  const items = allAlignments(document)
    .filter(({ template }) => FAMILIES.includes(template.facts ?? ""))
    .flatMap(({ children }) => children.filter(({ template }) => template.repeated));
  const labels = (parts: (typeof items)[number]["template"]["parts"]) =>
    parts.flatMap((part) => (part.form === "field" && chosen(part.label) ? [nameKey(part.label)] : []));
  return {
    document,
    fields: items.flatMap(({ template, sections }) =>
      sections.flatMap((section) =>
        section.fields.filter(({ label }) => labels(template.parts).includes(nameKey(label))).map((field) => ({ section, field })),
      ),
    ),
    tables: items.flatMap(({ template, tables }) =>
      tables.map((table) => ({
        table,
        columns: labels(template.parts).map((label) => table.header.findIndex(({ text }) => nameKey(text) === label)),
      })),
    ),
  };
}

/** Takes each chosen part out; its lack is told at the interface's heading. */
export function* dropFields(model: Model, chosen: Chosen): Generator<Mutant> {
  const found = interfaceParts(model, chosen);
  for (const { section, field } of found?.fields ?? [])
    if (found)
      yield mutant(`no **${field.label}** of ${section.title}`, [
        found.document,
        expectAt(section.heading.start),
        removeLines(found.document.markdown, field.span),
      ]);
}

/** The label stays, with words that say nothing. @param at where that is told: at the interface's heading, or at the part */
export function* hollowFields(model: Model, chosen: Chosen, texts: readonly string[], at: "heading" | "part"): Generator<Mutant> {
  const found = interfaceParts(model, chosen);
  for (const { section, field } of found?.fields ?? [])
    for (const text of texts)
      if (found)
        yield mutant(`**${field.label}**: ${text} of ${section.title}`, [
          found.document,
          expectAt(at === "heading" ? section.heading.start : field.span.start),
          replace({ start: field.value.span.start, end: Math.max(field.span.end, field.value.span.end) }, text),
        ]);
}

/** Gives each chosen part another label. */
export function* renameLabels(model: Model, chosen: Chosen): Generator<Mutant> {
  const found = interfaceParts(model, chosen);
  for (const { section, field } of found?.fields ?? [])
    if (found)
      yield mutant(`**Notes** for **${field.label}** of ${section.title}`, [
        found.document,
        expectAt(section.heading.start),
        replace({ start: field.span.start, end: field.span.start + `**${field.label}**`.length }, "**Notes**"),
      ]);
}

/** Puts words that say nothing into each chosen cell. */
export function* hollowCells(model: Model, chosen: Chosen, texts: readonly string[]): Generator<Mutant> {
  const found = interfaceParts(model, chosen);
  for (const { table, columns } of found?.tables ?? [])
    for (const [row, cells] of table.rows.entries())
      for (const column of columns)
        for (const text of texts)
          if (found)
            yield mutant(`"${text}" as ${table.header[column]?.text} of ${cells[0]?.text}`, [
              found.document,
              rewriteTable(found.document, table, (line, number) => (number === row + 2 ? withCell(line, column, HERE + text) : line)),
            ]);
}

/** Takes each chosen column out. */
export function* dropColumns(model: Model, chosen: Chosen): Generator<Mutant> {
  const found = interfaceParts(model, chosen);
  for (const { table, columns } of found?.tables ?? [])
    for (const column of columns)
      if (found)
        yield mutant(`no column ${table.header[column]?.text}`, [
          found.document,
          rewriteTable(found.document, table, (line, number) => {
            const left = withoutCell(line, column);
            return number < 2 ? left : [`${HERE}${left[0]}`, ...left.slice(1)];
          }),
        ]);
}
