import type { Model } from "../../../src/index.ts";
import type { Field, Section, Table } from "../../../src/markdown/index.ts";
import { allAlignments } from "../../../src/model/query.ts";
import type { AlignedDocument } from "../../../src/model/types.ts";
import { nameKey } from "../../../src/names.ts";
import { expectAt, HERE, mutant, removeLines, replace } from "../edit.ts";
import { rewriteTable, withCell, withoutCell } from "../table.ts";
import { defineOperators, type Mutant } from "../types.ts";

const FAMILIES = ["endpoints", "functions", "commands", "events"];

interface Found {
  document: AlignedDocument;
  fields: { section: Section; field: Field }[];
  tables: { table: Table; columns: number[] }[];
}

/** @returns the labelled fields and the table columns of all interfaces, as far as the template asks for them. */
function interfaceParts({ documents }: Model): Found | undefined {
  const document = documents["backend-design"];
  if (!document) return undefined;
  const items = allAlignments(document)
    .filter(({ template }) => FAMILIES.includes(template.facts ?? ""))
    .flatMap(({ children }) => children.filter(({ template }) => template.repeated));
  const labels = (parts: (typeof items)[number]["template"]["parts"]) =>
    parts.flatMap((part) => (part.form === "field" ? [nameKey(part.label)] : []));
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

function* dropField(model: Model): Generator<Mutant> {
  const found = interfaceParts(model);
  for (const { section, field } of found?.fields ?? [])
    if (found)
      yield mutant(`no **${field.label}** of ${section.title}`, [
        found.document,
        expectAt(section.heading.start),
        removeLines(found.document.markdown, field.span),
      ]);
}

/** The label stays, as a reminder. */
function* emptyField(model: Model): Generator<Mutant> {
  const found = interfaceParts(model);
  for (const { section, field } of found?.fields ?? [])
    for (const text of ["", "-", "..."])
      if (found)
        yield mutant(`**${field.label}**: ${text} of ${section.title}`, [
          found.document,
          expectAt(section.heading.start),
          replace({ start: field.value.span.start, end: Math.max(field.span.end, field.value.span.end) }, text),
        ]);
}

function* renameLabel(model: Model): Generator<Mutant> {
  const found = interfaceParts(model);
  for (const { section, field } of found?.fields ?? [])
    if (found)
      yield mutant(`**Notes** for **${field.label}** of ${section.title}`, [
        found.document,
        expectAt(section.heading.start),
        replace({ start: field.span.start, end: field.span.start + `**${field.label}**`.length }, "**Notes**"),
      ]);
}

function* emptyCell(model: Model): Generator<Mutant> {
  const found = interfaceParts(model);
  for (const { table, columns } of found?.tables ?? [])
    for (const [row, cells] of table.rows.entries())
      for (const column of columns)
        for (const text of ["", "-"])
          if (found)
            yield mutant(`"${text}" as ${table.header[column]?.text} of ${cells[0]?.text}`, [
              found.document,
              rewriteTable(found.document, table, (line, number) => (number === row + 2 ? withCell(line, column, HERE + text) : line)),
            ]);
}

function* dropColumn(model: Model): Generator<Mutant> {
  const found = interfaceParts(model);
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

/** One more interface, by name only: a heading, or a row. */
function* addBareInterface(model: Model): Generator<Mutant> {
  const found = interfaceParts(model);
  if (!found) return;
  const sections = [...new Set(found.fields.map(({ section }) => section))];
  for (const { depth, span, title } of sections)
    yield mutant(`a new interface behind ${title}`, [
      found.document,
      replace({ start: span.end, end: span.end }, `${HERE}${"#".repeat(depth)} DELETE /v1/things\n\nDeletes it.\n\n`),
    ]);
  for (const { table } of found.tables)
    for (const row of table.rows.keys())
      yield mutant(`a new interface behind row ${row + 1}`, [
        found.document,
        rewriteTable(found.document, table, (line, number) =>
          number === row + 2 ? [...line.slice(0, -1), `${line.at(-1)} |\n| ${HERE}\`groundplan.forget\` | Forgets`] : line,
        ),
      ]);
}

export default defineOperators("incomplete-interface", [
  { name: "drop-field", apply: dropField, alsoExpected: ["line-count"] },
  { name: "empty-field", apply: emptyField, alsoExpected: ["line-count"] },
  { name: "rename-label", apply: renameLabel },
  { name: "empty-cell", apply: emptyCell },
  { name: "drop-column", apply: dropColumn },
  { name: "add-bare-interface", apply: addBareInterface, alsoExpected: ["line-count"] },
]);
