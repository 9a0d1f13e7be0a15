import type { Model } from "../../../src/core.ts";
import type { Table } from "../../../src/markdown/index.ts";
import { allAlignments } from "../../../src/model/query.ts";
import type { AlignedDocument } from "../../../src/model/types.ts";
import { nameKey } from "../../../src/text/names.ts";
import { HERE, mutant, replace } from "../edit.ts";
import { asHeadings, replaceContents, structureParts, tableText } from "../forms.ts";
import { rewriteTable, withCell, withoutCell } from "../table.ts";
import { defineOperators, type Mutant } from "../types.ts";

const COLUMNS = ["Type", "Required", "Validation", "Description"];

/** @returns the tables of structures, and of each the columns that it has. */
function structureTables({ documents }: Model): { document: AlignedDocument; table: Table; at: (column: string) => number }[] {
  const document = documents["backend-design"];
  if (!document) return [];
  return allAlignments(document)
    .filter(({ template }) => template.facts === "structures")
    .flatMap(({ sections }) => sections.flatMap(({ tables }) => tables))
    .map((table) => ({ document, table, at: (column) => table.header.findIndex(({ text }) => nameKey(text) === nameKey(column)) }));
}

const fieldTables = (model: Model) => structureTables(model).filter(({ at }) => at("Field") !== -1);

function* emptyCell(model: Model): Generator<Mutant> {
  for (const { document, table, at } of fieldTables(model))
    for (const [row, cells] of table.rows.entries())
      for (const column of COLUMNS)
        for (const text of ["", "-"])
          yield mutant(`"${text}" as ${column} of ${cells[0]?.text}.${cells[at("Field")]?.text}`, [
            document,
            rewriteTable(document, table, (line, number) => (number === row + 2 ? withCell(line, at(column), HERE + text) : line)),
          ]);
}

function* forgetLastCell(model: Model): Generator<Mutant> {
  for (const { document, table } of fieldTables(model))
    for (const row of table.rows.keys())
      yield mutant(`row ${row + 1} lacks a cell`, [
        document,
        rewriteTable(document, table, (line, number) => (number === row + 2 ? [`${HERE}${line[0]}`, ...line.slice(1, -1)] : line)),
      ]);
}

function* dropColumn(model: Model): Generator<Mutant> {
  for (const { document, table, at } of fieldTables(model))
    for (const column of COLUMNS)
      yield mutant(`no column ${column}`, [
        document,
        rewriteTable(document, table, (line, number) => {
          const left = withoutCell(line, at(column));
          return number < 2 ? left : [`${HERE}${left[0]}`, ...left.slice(1)];
        }),
      ]);
}

function* emptyPurpose(model: Model): Generator<Mutant> {
  for (const { document, table, at } of structureTables(model)) {
    if (at("Purpose") === -1) continue;
    for (const [row, cells] of table.rows.entries()) {
      if (cells[at("Purpose")]?.text === "") continue;
      // The purpose of a listing is told at the structure's first field.
      const name = nameKey(cells[0]?.text ?? "");
      const fields = fieldTables(model).find(({ table: other }) => other !== table);
      const emptied = rewriteTable(document, table, (line, number) =>
        number === row + 2 ? withCell(line, at("Purpose"), fields ? "" : HERE) : line,
      );
      const first = fields?.table.rows.findIndex((candidate) => nameKey(candidate[0]?.text ?? "") === name) ?? -1;
      const marked = fields
        ? [rewriteTable(document, fields.table, (line, number) => (number === first + 2 ? withCell(line, 0, HERE + line[0]) : line))]
        : [];
      yield mutant(`no purpose of ${cells[0]?.text}`, [document, emptied, ...marked]);
    }
  }
}

/** A structure is listed with its purpose, and its fields are forgotten. */
function* forgetFields(model: Model): Generator<Mutant> {
  const listing = structureTables(model).find(({ at }) => at("Field") === -1 && at("Purpose") !== -1);
  const [fields] = fieldTables(model);
  if (!listing || !fields) return;
  for (const [row, cells] of listing.table.rows.entries()) {
    const name = nameKey(cells[0]?.text ?? "");
    yield mutant(`no fields of ${cells[0]?.text}`, [
      listing.document,
      rewriteTable(listing.document, listing.table, (line, number) => (number === row + 2 ? withCell(line, 0, HERE + line[0]) : line)),
      rewriteTable(fields.document, fields.table, (line, number) => (number > 1 && nameKey(line[0] ?? "") === name ? undefined : line)),
    ]);
  }
}

/** Only the list of structures is written. */
function* dropFieldTable(model: Model): Generator<Mutant> {
  const listing = structureTables(model).find(({ at }) => at("Field") === -1 && at("Purpose") !== -1);
  const [fields] = fieldTables(model);
  if (listing && fields)
    yield mutant("no table of fields", [
      listing.document,
      rewriteTable(listing.document, listing.table, (line, number) => (number > 1 ? withCell(line, 0, HERE + line[0]) : line)),
      replace(fields.table.span, ""),
    ]);
}

type Parts = ReturnType<typeof structureParts>;

/** Under headings, one structure is spoiled. */
function* underHeadings(model: Model, spoil: (parts: Parts) => string[]): Generator<Mutant> {
  const design = model.documents["backend-design"];
  if (!design) return;
  for (const { name } of model.backend.structures) {
    const records = model.backend.structures.map((structure) => {
      const parts = structureParts(structure);
      const marked = structure.name === name;
      return { name: structure.name, marked, parts: marked ? spoil(parts) : [parts.purpose, "**Fields**:", tableText(parts.fields)] };
    });
    yield mutant(`${name} under a heading`, [design, replaceContents(design, "structures", asHeadings(records, 3))]);
  }
}

function* headingWithoutPurpose(model: Model): Generator<Mutant> {
  yield* underHeadings(model, ({ fields }) => ["**Fields**:", tableText(fields)]);
}

function* headingWithoutFields(model: Model): Generator<Mutant> {
  yield* underHeadings(model, ({ purpose }) => [purpose]);
}

function* fieldsInProse(model: Model): Generator<Mutant> {
  yield* underHeadings(model, ({ purpose, fields }) => [
    purpose,
    `**Fields**: ${fields
      .slice(2)
      .map(([name]) => name)
      .join(", ")}`,
  ]);
}

export default defineOperators("incomplete-data-structure", [
  { name: "empty-cell", apply: emptyCell },
  { name: "forget-last-cell", apply: forgetLastCell },
  { name: "drop-column", apply: dropColumn },
  { name: "empty-purpose", apply: emptyPurpose },
  { name: "forget-fields", apply: forgetFields },
  { name: "drop-field-table", apply: dropFieldTable, alsoExpected: ["line-count"] },
  { name: "heading-without-purpose", apply: headingWithoutPurpose, alsoExpected: ["line-count"] },
  { name: "heading-without-fields", apply: headingWithoutFields, alsoExpected: ["line-count"] },
  { name: "fields-in-prose", apply: fieldsInProse, alsoExpected: ["line-count"] },
]);
