import type { Model } from "../../../src/core.ts";
import { HERE, insert, mutant } from "../edit.ts";
import { filledSections } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

const NO_REASON = ["groundplan-ignore vague-wording", "groundplan-ignore code-block:", "groundplan-ignore-file sql-statement"];
const WRONG_NAME = [
  "groundplan-ignore vague-words: agreed with finance",
  "groundplan-ignore prettier: agreed with finance",
  "groundplan-ignore-file code-blok: agreed with finance",
  "groundplan-ignore all: agreed with finance",
];
const UNUSED = [
  "groundplan-ignore vague-wording: the word is a name",
  "groundplan-ignore contract-mismatch: agreed with the console team",
  "groundplan-ignore-file definition: the examples need it",
  "groundplan-ignore undefined-type, unused-data-structure: comes with the next version",
];

/** Above each paragraph, table and list. */
function* above(model: Model, comments: readonly string[]): Generator<Mutant> {
  for (const { document, section } of filledSections(model))
    for (const { span } of [...section.paragraphs, ...section.tables, ...section.lists])
      for (const comment of comments)
        yield mutant(`${comment} in "${section.title}"`, [document, insert(span.start, `${HERE}<!-- ${comment} -->\n\n`)]);
}

/** At the end of a paragraph's line. */
function* behind(model: Model, comments: readonly string[]): Generator<Mutant> {
  for (const { document, section } of filledSections(model))
    for (const { span } of section.paragraphs)
      for (const comment of comments)
        yield mutant(`${comment} in "${section.title}"`, [document, insert(span.end, ` ${HERE}<!-- ${comment} -->`)]);
}

/** Above a heading, for its whole section. */
function* aboveHeading(model: Model, comments: readonly string[]): Generator<Mutant> {
  for (const { document, section } of filledSections(model))
    for (const comment of comments)
      yield mutant(`${comment} above "${section.title}"`, [document, insert(section.heading.start, `${HERE}<!-- ${comment} -->\n\n`)]);
}

export default defineOperators("unused-suppression", [
  { name: "no-reason", apply: (model) => above(model, NO_REASON), alsoExpected: ["line-count"] },
  { name: "wrong-name", apply: (model) => above(model, WRONG_NAME), alsoExpected: ["line-count"] },
  { name: "unused", apply: (model) => above(model, UNUSED), alsoExpected: ["line-count"] },
  { name: "behind-text", apply: (model) => behind(model, [...NO_REASON, ...WRONG_NAME, ...UNUSED]) },
  { name: "above-heading", apply: (model) => aboveHeading(model, [...NO_REASON, ...WRONG_NAME, ...UNUSED]), alsoExpected: ["line-count"] },
]);
