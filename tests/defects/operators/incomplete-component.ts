import type { Model } from "../../../src/core.ts";
import { allAlignments } from "../../../src/model/query.ts";
import { nameKey } from "../../../src/text/names.ts";
import { HERE, mutant } from "../edit.ts";
import { asHeadings, componentRecords, replaceContents } from "../forms.ts";
import { rewriteTable, withCell, withoutCell } from "../table.ts";
import { defineOperators, type Mutant } from "../types.ts";

const LABELS = ["Purpose", "Responsibilities", "Dependencies", "Interfaces"];

/** @returns the table of components, with the index of each label's column. */
function componentTable({ documents: { architecture } }: Model) {
  if (!architecture) return [];
  const aligned = allAlignments(architecture).filter(({ template }) => template.facts === "components");
  return aligned
    .flatMap(({ sections }) => sections.flatMap(({ tables }) => tables))
    .map((table) => ({
      document: architecture,
      table,
      columns: LABELS.map((label) => table.header.findIndex(({ text }) => nameKey(text) === nameKey(label))),
    }));
}

function* emptyCell(model: Model): Generator<Mutant> {
  for (const { document, table, columns } of componentTable(model))
    for (const row of table.rows.keys())
      for (const column of columns)
        for (const text of ["", "-", "?"])
          yield mutant(`"${text}" under ${table.header[column]?.text} in row ${row + 1}`, [
            document,
            rewriteTable(document, table, (cells, line) => (line === row + 2 ? withCell(cells, column, HERE + text) : cells)),
          ]);
}

function* forgetLastCell(model: Model): Generator<Mutant> {
  for (const { document, table } of componentTable(model))
    for (const row of table.rows.keys())
      yield mutant(`row ${row + 1} lacks a cell`, [
        document,
        rewriteTable(document, table, (cells, line) => (line === row + 2 ? [`${HERE}${cells[0]}`, ...cells.slice(1, -1)] : cells)),
      ]);
}

function* dropColumn(model: Model): Generator<Mutant> {
  for (const { document, table, columns } of componentTable(model))
    for (const column of columns)
      yield mutant(`no column ${table.header[column]?.text}`, [
        document,
        rewriteTable(document, table, (cells, line) => {
          const left = withoutCell(cells, column);
          return line < 2 ? left : [`${HERE}${left[0]}`, ...left.slice(1)];
        }),
      ]);
}

function* addBareComponent(model: Model): Generator<Mutant> {
  for (const { document, table } of componentTable(model))
    for (const row of table.rows.keys())
      yield mutant(`a new component behind row ${row + 1}, by name only`, [
        document,
        rewriteTable(document, table, (cells, line) =>
          line === row + 2 ? [...cells.slice(0, -1), `${cells.at(-1)} |\n| ${HERE}Audit Exporter | | | |`] : cells,
        ),
      ]);
}

/** Under headings, a label is left out, or stands there without a value. */
function* underHeadings(model: Model, spoil: (label: string, parts: Map<string, string>) => void): Generator<Mutant> {
  const { architecture } = model.documents;
  if (!architecture) return;
  for (const { name } of model.architecture.components)
    for (const label of LABELS) {
      const records = componentRecords(model).map((record) => {
        const marked = record.name === name;
        if (marked) spoil(label, record.parts);
        return { name: record.name, marked, parts: [...record.parts.values()] };
      });
      yield mutant(`${label} of ${name}`, [architecture, replaceContents(architecture, "components", asHeadings(records, 3))]);
    }
}

function* dropLabel(model: Model): Generator<Mutant> {
  yield* underHeadings(model, (label, parts) => parts.delete(label));
}

function* emptyLabel(model: Model): Generator<Mutant> {
  yield* underHeadings(model, (label, parts) => parts.set(label, `**${label}**:`));
}

function* renameLabel(model: Model): Generator<Mutant> {
  yield* underHeadings(model, (label, parts) => parts.set(label, (parts.get(label) ?? "").replace(label, "Notes")));
}

export default defineOperators("incomplete-component", [
  { name: "empty-cell", apply: emptyCell, alsoExpected: ["untraced-requirement"] },
  { name: "forget-last-cell", apply: forgetLastCell },
  { name: "drop-column", apply: dropColumn },
  {
    name: "add-bare-component",
    apply: addBareComponent,
    alsoExpected: ["line-count", "undeclared-component/undrawn", "unmotivated-component"],
  },
  { name: "drop-label", apply: dropLabel, alsoExpected: ["line-count"] },
  { name: "empty-label", apply: emptyLabel, alsoExpected: ["line-count"] },
  { name: "rename-label", apply: renameLabel, alsoExpected: ["line-count"] },
]);
