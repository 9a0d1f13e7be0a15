import type { Model } from "../../../src/core.ts";
import { contentOf } from "../../../src/model/content/read.ts";
import { readStatusUses } from "../../../src/model/interfaces/status-uses.ts";
import { outputs } from "../../../src/model/query.ts";
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

/** The architecture tells of a number that the interfaces never give. */
function* unheard(model: Model): Generator<Mutant> {
  const { architecture } = model.documents;
  if (!architecture) return;
  for (const { dimension, passage, place, text } of contentOf(model).quantities) {
    if (passage.document !== "architecture" || (dimension !== "status" && dimension !== "exit")) continue;
    const other = dimension === "exit" ? "64" : "418";
    yield mutant(`${other} for ${text}, line ${place.line}`, [architecture, replace(stretch(architecture, place), HERE + other)]);
  }
}

/** An interface sets an error aside in another way than the table has it. */
function* otherFate(model: Model, from: string, to: string): Generator<Mutant> {
  const design = model.documents["backend-design"];
  if (!design) return;
  const words = new RegExp(`(?<=; )${from}(?= \`)`, "g");
  for (const { index } of design.markdown.text.matchAll(words))
    yield mutant(`${to} for ${from} at ${index}`, [design, replace({ start: index, end: index + from.length }, HERE + to)]);
}

/** The table changes what becomes of an error, and the interfaces stay. */
function* changeFate(model: Model): Generator<Mutant> {
  const { "backend-design": design } = model.documents;
  for (const { code, status, place } of model.backend.errors) {
    const row = rowAt(design, place);
    const use = design?.markdown.text.search(new RegExp(`; (?:ignored|retry) [^;\n]*\`${code}\``));
    if (!design || !row || use === undefined || use === -1 || !/^(?:ignored|retried)$/.test(status)) continue;
    yield mutant(`${code} is a dead letter in the table`, [
      design,
      setCell(row, columnOf(row.table, "Status"), "dead letter", ""),
      expectAt(use),
    ]);
  }
}

export default defineOperators("status-mismatch", [
  { name: "change-use", apply: changeUse, alsoExpected: ["contract-mismatch/status-codes", "value-drift"] },
  { name: "change-table", apply: changeTable, alsoExpected: ["contract-mismatch/error-status", "status-mismatch"] },
  { name: "second-row", apply: secondRow, alsoExpected: ["line-count"] },
  { name: "unheard-number", apply: unheard, alsoExpected: ["value-drift"] },
  { name: "ignored-for-retried", apply: (model) => otherFate(model, "retry", "ignored"), alsoExpected: ["status-mismatch"] },
  { name: "retried-for-ignored", apply: (model) => otherFate(model, "ignored", "retry"), alsoExpected: ["status-mismatch"] },
  { name: "change-fate-in-table", apply: changeFate, alsoExpected: ["contract-mismatch/error-status", "status-mismatch"] },
]);
