import type { Model } from "../../../src/core.ts";
import { outputs } from "../../../src/model/query.ts";
import { expectAt, HERE, mutant, replace } from "../edit.ts";
import { stretch } from "../places.ts";
import { addRow, rowAt } from "../rows.ts";
import { defineOperators, type Mutant } from "../types.ts";
import { asBlocks, intoCells, intoListItems, intoParagraphs } from "../words.ts";

const URL = "../../../../context/patterns/integration-patterns.md#dual-write";
const LINK = `[Dual Write](${URL})`;

/** A pattern of the catalogue is swapped for the old one. */
function* relink(model: Model): Generator<Mutant> {
  for (const document of outputs(model))
    for (const { document: kind, url, place } of model.links) {
      if (kind !== document.kind || !url.includes("context/patterns/")) continue;
      yield mutant(`${LINK} for ${url}`, [document, expectAt(stretch(document, place).start), replace(stretch(document, place), LINK)]);
    }
}

function* addPattern(model: Model): Generator<Mutant> {
  for (const { place } of model.architecture.patterns) {
    const row = rowAt(model.documents.architecture, place);
    if (!row) continue;
    for (const decision of ["Applied", "Declined"])
      yield mutant(`${decision} below line ${place.line}`, [
        row.document,
        addRow(row, { Pattern: HERE + LINK, Decision: decision, "Where and why": "Row and message are written one after the other" }),
      ]);
  }
}

const SENTENCES = [`Both are written as in ${LINK}.`, `See [the old way](${URL} "dual write").`];

export default defineOperators("deprecated-pattern", [
  { name: "relink", apply: relink },
  { name: "add-pattern", apply: addPattern, alsoExpected: ["line-count"] },
  { name: "in-paragraphs", apply: (model) => intoParagraphs(model, SENTENCES) },
  { name: "in-list-items", apply: (model) => intoListItems(model, SENTENCES) },
  { name: "in-cells", apply: (model) => intoCells(model, [`; as in ${LINK}`]) },
  {
    name: "by-reference",
    apply: (model) => asBlocks(model, { "a reference": `Written as in [Dual Write][dual].\n\n[dual]: ${URL}` }),
    alsoExpected: ["line-count"],
  },
]);
