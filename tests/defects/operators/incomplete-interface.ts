import type { Model } from "../../../src/core.ts";
import { HERE, mutant, replace } from "../edit.ts";
import {
  among,
  dropColumns,
  dropFields,
  ERROR_PARTS,
  hollowCells,
  hollowFields,
  interfaceParts,
  renameLabels,
  STEP_PARTS,
} from "../interfaces.ts";
import { rewriteTable } from "../table.ts";
import { defineOperators, type Mutant } from "../types.ts";

// missing-error-case and missing-steps tell of the others.
const OWN = among([...ERROR_PARTS, ...STEP_PARTS], false);

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
  { name: "drop-field", apply: (model) => dropFields(model, OWN), alsoExpected: ["line-count"] },
  { name: "empty-field", apply: (model) => hollowFields(model, OWN, ["", "-", "..."], "heading"), alsoExpected: ["line-count"] },
  { name: "rename-label", apply: (model) => renameLabels(model, OWN) },
  { name: "empty-cell", apply: (model) => hollowCells(model, OWN, ["", "-"]) },
  { name: "drop-column", apply: (model) => dropColumns(model, OWN) },
  {
    name: "add-bare-interface",
    apply: addBareInterface,
    // It lacks everything, and nobody offers it.
    alsoExpected: ["line-count", "missing-error-case/no-errors", "missing-steps/missing", "unowned-interface/unowned"],
  },
]);
