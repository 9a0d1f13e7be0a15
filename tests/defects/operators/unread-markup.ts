import type { Model } from "../../../src/core.ts";
import { HERE, insert, mutant } from "../edit.ts";
import { filledSections } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

const LEVELS = 620;
const MARKS = ["> ", ">", "- ", "* ", "1. ", "> - "];
const NAMES = ["order_id_", "refund*state", "a&amp;"];

/** A block of its own behind each paragraph. */
function* behind(model: Model, blocks: readonly string[]): Generator<Mutant> {
  for (const { document, section } of filledSections(model))
    for (const { span } of section.paragraphs)
      for (const block of blocks)
        yield mutant(`${JSON.stringify(block.slice(0, 20))} in "${section.title}"`, [document, insert(span.end, `\n\n${block}`)]);
}

/** A list whose every item holds the next one: the items that are one too deep stand at the end. */
const stairs = Array.from({ length: LEVELS / 2 - 11 }, (_, level) => `${"  ".repeat(level)}- again`).join("\n");

export default defineOperators("unread-markup", [
  {
    name: "marks-on-one-line",
    apply: (model) =>
      behind(
        model,
        MARKS.map((mark) => `${HERE}${mark.repeat(LEVELS)}again`),
      ),
    alsoExpected: ["line-count"],
  },
  {
    name: "emphasis",
    apply: (model) => behind(model, [`${HERE}${"*as _agreed ".repeat(LEVELS)}${"again_ today* ".repeat(LEVELS)}`]),
    alsoExpected: ["line-count"],
  },
  {
    name: "list-within-list",
    apply: (model) => behind(model, [`${stairs}\n${HERE}${"  ".repeat(LEVELS / 2 - 11)}- again`]),
    alsoExpected: ["line-count"],
  },
  {
    name: "paragraph",
    apply: (model) =>
      behind(
        model,
        NAMES.map((name) => `${HERE}${name.repeat(1500)}`),
      ),
    alsoExpected: ["line-count"],
  },
]);
