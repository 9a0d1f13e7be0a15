import type { Model } from "../../../src/core.ts";
import { outputs } from "../../../src/model/query.ts";
import { HERE, mutant, replace } from "../edit.ts";
import { defineOperators, type Mutant } from "../types.ts";
import { intoCells, intoListItems, intoParagraphs } from "../words.ts";

const VAGUE = [
  "Errors, timeouts, etc. are logged.",
  "The limit is raised as needed.",
  "Failures are handled gracefully.",
  "It answers with an appropriate message.",
  "Various other fields are kept.",
  "It follows best practices.",
  "Where necessary, a person decides.",
  "It waits for a reasonable time.",
];
const UNMEASURED = [
  "The list is fast.",
  "The worker is highly scalable and robust.",
  "Reads are efficient.",
  "It is a lightweight service.",
];
const CELLS = [
  "; retried if necessary",
  "; ids, names and so on",
  "; handled properly",
  ". It is fast",
  "; suitably chosen",
  ". Robust against losses",
];

const FIGURE = /\b(?:at most |within |after )?\d[\d,.]* (?:ms|seconds?|minutes?|hours?|days?|s)\b/g;

/** A figure is not known yet, and a word takes its place. */
function* instead(model: Model): Generator<Mutant> {
  for (const document of outputs(model))
    for (const { 0: figure, index } of document.markdown.prose.matchAll(FIGURE))
      yield mutant(`"within a reasonable time" for "${figure}"`, [
        document,
        replace({ start: index, end: index + figure.length }, `${HERE}within a reasonable time`),
      ]);
}

export default defineOperators("vague-wording", [
  { name: "vague-in-paragraphs", apply: (model) => intoParagraphs(model, VAGUE) },
  { name: "vague-in-list-items", apply: (model) => intoListItems(model, VAGUE) },
  { name: "unmeasured-in-paragraphs", apply: (model) => intoParagraphs(model, UNMEASURED) },
  { name: "unmeasured-in-list-items", apply: (model) => intoListItems(model, UNMEASURED) },
  { name: "in-cells", apply: (model) => intoCells(model, CELLS) },
  { name: "instead-of-figures", apply: instead },
]);
