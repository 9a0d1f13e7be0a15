import type { Model } from "../../../src/core.ts";
import { HERE, mutant } from "../edit.ts";
import { addRow, rowAt } from "../rows.ts";
import { defineOperators, type Mutant } from "../types.ts";
import { asBlocks, intoCells, intoListItems, intoParagraphs } from "../words.ts";

const FOLDER = "../../../adr";
const SUPERSEDED = `[ADR-0001](${FOLDER}/0001-write-row-and-message-one-after-the-other.md)`;
const REJECTED = `[ADR-0003](${FOLDER}/0003-run-refunds-as-a-service-of-their-own.md)`;
const DEPRECATED = `[the old record](${FOLDER}/0004-send-customer-emails-from-the-request.md#decision-outcome)`;

/** A decision that leans on a record which is no longer in force. */
function* addDecision(model: Model): Generator<Mutant> {
  for (const { place } of model.architecture.decisions) {
    const row = rowAt(model.documents.architecture, place);
    if (!row) continue;
    for (const link of [SUPERSEDED, REJECTED, DEPRECATED])
      yield mutant(`${link} below line ${place.line}`, [
        row.document,
        addRow(row, { Decision: `${HERE}One after the other`, Rationale: `As decided in ${link}` }),
      ]);
  }
}

const SENTENCES = [SUPERSEDED, REJECTED, DEPRECATED].map((link) => `Decided in ${link}.`);

export default defineOperators("outdated-decision", [
  { name: "add-decision", apply: addDecision, alsoExpected: ["line-count"] },
  { name: "in-paragraphs", apply: (model) => intoParagraphs(model, SENTENCES) },
  { name: "in-list-items", apply: (model) => intoListItems(model, SENTENCES) },
  { name: "in-cells", apply: (model) => intoCells(model, [`; decided in ${SUPERSEDED}`]) },
  {
    name: "by-reference",
    apply: (model) =>
      asBlocks(model, {
        "a reference": `Decided in [a record][old].\n\n[old]: ${FOLDER}/0003-run-refunds-as-a-service-of-their-own.md`,
      }),
    alsoExpected: ["line-count"],
  },
]);
