import type { Model } from "../../../src/core.ts";
import { type Edit, expectAt, HERE, mutant, replace } from "../edit.ts";
import { among, dropColumns, dropFields, ERROR_PARTS, hollowCells, hollowFields, renameLabels } from "../interfaces.ts";
import { misspell, stretch } from "../places.ts";
import { addRow, columnOf, dropRows, type FoundRow, rowAt, setCell } from "../rows.ts";
import { defineOperators, type Mutant } from "../types.ts";

const ERRORS = among(ERROR_PARTS);

/** @returns each code with its row of the table, and the places that name it. */
function codeRows(model: Model): { code: string; row: FoundRow; uses: Edit[] }[] {
  const { "backend-design": design } = model.documents;
  return model.backend.errors.flatMap(({ code, place }) => {
    const row = rowAt(design, place);
    if (!design || !row) return [];
    const uses = model.errorUses.filter((use) => use.code === code).map((use) => expectAt(stretch(design, use.place).start));
    return [{ code, row, uses }];
  });
}

/** An interface answers with a code that the table does not have. */
function* dropCode(model: Model): Generator<Mutant> {
  for (const { code, row, uses } of codeRows(model))
    if (uses.length > 0) yield mutant(`no row of ${code}`, [row.document, ...dropRows(row, (_, line) => line === row.line), ...uses]);
}

/** The table has a code that no interface answers with. */
function* addCode(model: Model): Generator<Mutant> {
  for (const { code, row } of codeRows(model)) {
    const upper = code === code.toUpperCase();
    for (const name of upper ? ["ARCHIVE_CLOSED", "FEATURE_DISABLED"] : ["archive-closed"])
      yield mutant(`${name} behind ${code}`, [
        row.document,
        addRow(row, {
          Code: `${HERE}\`${name}\``,
          Status: row.table.rows[row.line - 2]?.[1]?.source ?? "",
          Meaning: "The archive is closed",
        }),
      ]);
  }
}

/** The table has another spelling than the interfaces. */
function* misspellInTable(model: Model): Generator<Mutant> {
  for (const { code, row, uses } of codeRows(model))
    if (uses.length > 0)
      yield mutant(`${misspell(code)} in the table`, [
        row.document,
        setCell(row, columnOf(row.table, "Code"), `\`${misspell(code)}\``),
        ...uses,
      ]);
}

/** One interface has another spelling than the table, or another code altogether. */
function* changeUse(model: Model, change: (code: string) => string): Generator<Mutant> {
  const { "backend-design": design } = model.documents;
  for (const { code, user, place } of model.errorUses) {
    if (!design || !/^[A-Z]+(?:_[A-Z]+)+$/.test(code)) continue;
    const span = stretch(design, place);
    const start = design.markdown.text.indexOf(code, span.start);
    if (start === -1 || start >= span.end) continue;
    yield mutant(`${change(code)} for ${code} of ${user}`, [
      design,
      expectAt(span.start),
      replace({ start, end: start + code.length }, change(code)),
    ]);
  }
}

const NOTHING = ["", "-", "..."];
// The statuses of the errors are gone with the errors.
const HOLLOW = ["none", "None.", "n/a", "No errors."];

export default defineOperators("missing-error-case", [
  { name: "drop-errors", apply: (model) => dropFields(model, ERRORS), alsoExpected: ["line-count"] },
  { name: "empty-errors", apply: (model) => hollowFields(model, ERRORS, NOTHING, "part") },
  {
    name: "hollow-errors",
    apply: (model) => hollowFields(model, ERRORS, HOLLOW, "part"),
    alsoExpected: ["contract-mismatch/status-codes"],
  },
  { name: "rename-label", apply: (model) => renameLabels(model, ERRORS) },
  { name: "empty-cell", apply: (model) => hollowCells(model, ERRORS, [...NOTHING, ...HOLLOW]) },
  { name: "drop-column", apply: (model) => dropColumns(model, ERRORS) },
  { name: "drop-code", apply: dropCode },
  { name: "add-code", apply: addCode, alsoExpected: ["line-count"] },
  { name: "misspell-in-table", apply: misspellInTable },
  // The code that was meant may now be used by nobody.
  { name: "misspell-use", apply: (model) => changeUse(model, misspell), alsoExpected: ["missing-error-case/unused"] },
  {
    name: "invent-use",
    apply: (model) => changeUse(model, () => "ARCHIVE_CLOSED"),
    alsoExpected: ["missing-error-case/unused", "contract-mismatch/error-codes"],
  },
]);
