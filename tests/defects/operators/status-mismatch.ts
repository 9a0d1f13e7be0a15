import type { Model } from "../../../src/core.ts";
import { outputs } from "../../../src/model/query.ts";
import { readStatusUses } from "../../../src/model/status-uses.ts";
import { expectAt, HERE, mutant, replace } from "../edit.ts";
import { stretch } from "../places.ts";
import { addRow, columnOf, rowAt, setCell } from "../rows.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** An interface answers with another number than the table has. */
function* changeUse(model: Model): Generator<Mutant> {
  for (const document of outputs(model))
    for (const { code, status, place } of readStatusUses(document, model.backend.errors)) {
      const { start } = stretch(document, place);
      const before = document.markdown.text.slice(0, start);
      // The number stands directly before the code, so that no other code loses its own.
      const at = new RegExp(`${status}[ \`]{1,3}$`).exec(before)?.index;
      if (at !== undefined)
        yield mutant(`${Number(status) + 1} ${code}`, [
          document,
          replace({ start: at, end: at + status.length }, `${HERE}${Number(status) + 1}`),
        ]);
    }
}

/** The table changes, and the interfaces stay. */
function* changeTable(model: Model): Generator<Mutant> {
  const { "backend-design": design } = model.documents;
  const uses = readStatusUses(design, model.backend.errors);
  for (const { code, status, place } of model.backend.errors) {
    const row = rowAt(design, place);
    const [use] = uses.filter((other) => other.code === code);
    if (!design || !row || !use || !/^\d{1,3}$/.test(status)) continue;
    yield mutant(`${code} is ${Number(status) + 1} in the table`, [
      design,
      setCell(row, columnOf(row.table, "Status"), String(Number(status) + 1), ""),
      expectAt(stretch(design, use.place).start),
    ]);
  }
}

/** A code has a second row with another status. */
function* secondRow(model: Model): Generator<Mutant> {
  const { "backend-design": design } = model.documents;
  for (const { code, status, place } of model.backend.errors) {
    const row = rowAt(design, place);
    if (!design || !row || !/^\d{1,3}$/.test(status)) continue;
    const texts = { "": `${HERE}\`${code}\``, Status: String(Number(status) + 1), Meaning: "The store has answered too late" };
    yield mutant(`${code} twice`, [design, addRow(row, texts)]);
  }
}

export default defineOperators("status-mismatch", [
  { name: "change-use", apply: changeUse, alsoExpected: ["contract-mismatch/status-codes"] },
  { name: "change-table", apply: changeTable, alsoExpected: ["contract-mismatch/error-status", "status-mismatch"] },
  { name: "second-row", apply: secondRow, alsoExpected: ["line-count"] },
]);
