import type { Model } from "../../../src/core.ts";
import { allAlignments } from "../../../src/model/query.ts";
import type { Row } from "../../../src/model/types.ts";
import { systemDiagrams } from "../components.ts";
import { expectAt, insert, mutant, replace } from "../edit.ts";
import { misspellLongest, stretch } from "../places.ts";
import { addRow, columnOf, dropRows, type FoundRow, rowAt, setCell } from "../rows.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** @returns the rows of both tables that stand for a system of the PRD, with the heading where their lack is told. */
function* systemRows(model: Model): Generator<{ name: string; row: FoundRow; alone: boolean; heading: number }> {
  const { architecture } = model.documents;
  const listed = model.integrations.map(({ cells }) => Object.values(cells)[0]?.text);
  for (const rows of [model.architecture.internalIntegrations, model.architecture.externalIntegrations])
    for (const { cells, place } of rows) {
      const name = Object.values(cells)[0]?.text ?? "";
      const row = rowAt(architecture, place);
      if (row && listed.includes(name)) yield { name, row, alone: rows.length === 1, heading: row.section.heading.start };
    }
}

/** Of a table without rows, empty-section tells. */
function* dropRow(model: Model): Generator<Mutant> {
  for (const { name, row, alone, heading } of systemRows(model))
    if (!alone) yield mutant(`no row of ${name}`, [row.document, ...dropRows(row, (_, line) => line === row.line), expectAt(heading)]);
}

function* renameSystem(model: Model, rename: (name: string) => string): Generator<Mutant> {
  for (const { name, row, heading } of systemRows(model))
    yield mutant(`"${rename(name)}" for "${name}"`, [row.document, setCell(row, 0, rename(name), ""), expectAt(heading)]);
}

/** The whole table is left out, as if the feature had no such systems. */
function* dropSection(model: Model): Generator<Mutant> {
  const { architecture } = model.documents;
  if (!architecture) return;
  const parent = allAlignments(architecture).find(({ children }) =>
    children.some(({ template }) => template.facts === "external-integrations"),
  );
  for (const { name, row } of systemRows(model))
    if (parent?.sections[0])
      yield mutant(`no "${row.section.title}", with ${name}`, [
        architecture,
        replace(row.section.span, ""),
        expectAt(parent.sections[0].heading.start),
      ]);
}

/** The PRD gets one more system when the architecture is done. */
function* addToPrd(model: Model): Generator<Mutant> {
  const { prd } = model.documents;
  const external = [...systemRows(model)].find(({ row }) => row.section.title.startsWith("External"));
  for (const { place } of model.integrations) {
    const row = rowAt(prd, place);
    if (!row || !external) continue;
    for (const name of ["Tax Office", "CurrencyRates", "Fraud Scoring"])
      yield mutant(
        `${name} in the PRD`,
        [
          row.document,
          addRow(row, {
            "": name,
            Owner: "External",
            Purpose: "Gives figures",
            "When it is unavailable": "The last figures serve for a day",
          }),
        ],
        [external.row.document, expectAt(external.heading)],
      );
  }
}

/** A system is drawn among the external ones, and has no row. */
function* drawSystem(model: Model): Generator<Mutant> {
  const { architecture } = model.documents;
  const external = [...systemRows(model)].find(({ row }) => row.section.title.startsWith("External"));
  for (const { nodes } of systemDiagrams(model)) {
    const last = nodes.findLast(({ layer }) => layer === "external");
    if (!architecture || !last || !external) continue;
    const at = architecture.markdown.text.indexOf("\n", stretch(architecture, last.place).start) + 1;
    for (const name of ["Tax Office", "CurrencyRates", "Fraud Scoring"])
      yield mutant(`${name} is drawn`, [architecture, insert(at, `    extra["${name}"]\n`), expectAt(external.heading)]);
  }
}

const hasFallback = ({ cells }: Row) => Object.keys(cells).includes("Fallback");

function* emptyFallback(model: Model, texts: readonly string[]): Generator<Mutant> {
  for (const { place } of model.architecture.externalIntegrations.filter(hasFallback)) {
    const row = rowAt(model.documents.architecture, place);
    if (!row) continue;
    for (const text of texts)
      yield mutant(`"${text}" as fallback in line ${place.line}`, [row.document, setCell(row, columnOf(row.table, "Fallback"), text)]);
  }
}

// A system that no row names any more was known by its row: the diagram and the dependencies show it all the same.
const NAMELESS = ["undeclared-component"];

export default defineOperators("undocumented-integration", [
  { name: "drop-row", apply: dropRow, alsoExpected: NAMELESS },
  { name: "rename-system", apply: (model) => renameSystem(model, () => "Zebra Exchange") },
  { name: "misspell-system", apply: (model) => renameSystem(model, misspellLongest) },
  { name: "drop-section", apply: dropSection, alsoExpected: NAMELESS },
  { name: "add-to-prd", apply: addToPrd },
  { name: "draw-system", apply: drawSystem, alsoExpected: ["unreachable-node", "line-count"] },
  { name: "no-fallback", apply: (model) => emptyFallback(model, ["none", "n/a", "No fallback.", "N/A"]) },
]);
