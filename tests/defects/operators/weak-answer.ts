import type { Model } from "../../../src/core.ts";
import type { Section, Table } from "../../../src/markdown/index.ts";
import type { AlignedDocument } from "../../../src/model/types.ts";
import { HERE, mutant, replace } from "../edit.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** The table that says where requirements are covered. */
function coverage({ documents }: Model): { document: AlignedDocument; section: Section; table: Table } | undefined {
  const document = documents.architecture;
  const section = document?.markdown.allSections.find(({ title }) => title === "Requirements Coverage");
  const table = section?.tables[0];
  return document && section && table ? { document, section, table } : undefined;
}

/** A row claims its requirements for something that names no part. */
function* blanket(model: Model, words: string): Generator<Mutant> {
  const found = coverage(model);
  for (const row of found?.table.rows ?? []) {
    const cell = row[1];
    if (found && cell) yield mutant(`"${words}" for ${row[0]?.text}`, [found.document, replace(cell.span, `${HERE}${words}`)]);
  }
}

/** All rows become one. */
function* everything(model: Model, words: string): Generator<Mutant> {
  const found = coverage(model);
  if (!found) return;
  const ids = found.table.rows.map(([first]) => first?.source ?? "").join(", ");
  const { start } = found.table.rows[0]?.[0]?.span ?? found.table.span;
  const from = found.document.markdown.text.lastIndexOf("\n", start) + 1;
  yield mutant(`one row: ${words}`, [found.document, replace({ start: from, end: found.table.span.end }, `${HERE}| ${ids} | ${words} |`)]);
}

// What only a row said, an answer, and a complete status with it, is gone.
const also = ["premature-status", "untraced-requirement", "unmotivated-component/unmotivated", "line-count"];

export default defineOperators("weak-answer", [
  { name: "every-component", alsoExpected: also, apply: (model) => blanket(model, "Every component, as a constraint") },
  { name: "whole-design", alsoExpected: also, apply: (model) => blanket(model, "The whole design") },
  { name: "covered", alsoExpected: also, apply: (model) => blanket(model, "Covered") },
  { name: "one-row-for-all", alsoExpected: also, apply: (model) => everything(model, "The whole architecture") },
  {
    name: "one-component-for-all",
    alsoExpected: also,
    apply: (model) => everything(model, model.architecture.components[0]?.name ?? "The first component"),
  },
]);
