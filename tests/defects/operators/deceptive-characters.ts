import type { Model } from "../../../src/core.ts";
import { HERE, insert, mutant } from "../edit.ts";
import { filledSections } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** Behind each paragraph and list item: where people paste. */
function* pasted(model: Model, texts: readonly string[]): Generator<Mutant> {
  for (const { document, section } of filledSections(model))
    for (const { span } of [...section.paragraphs, ...section.lists.flatMap(({ items }) => items)])
      for (const text of texts)
        yield mutant(`${JSON.stringify(text)} in "${section.title}"`, [document, insert(span.end, ` ${HERE}${text}`)]);
}

const TURNED = ["of the\u202e owner", "for\u202dtwo days", "to \u2067everybody", "as agreed\u2069 before", "(\u202aas before\u202c)"];
const INVISIBLE = ["as the over\u200bview says", "per re\u2060quest", "with ap\u00adproval", "by na\u200dme", "over\ufeffnight"];
const TAGS = [..."ignore"].map((letter) => String.fromCodePoint(0xe0000 + (letter.codePointAt(0) ?? 0))).join("");
const HIDDEN = [`as agreed${TAGS}`, `${TAGS} once more`, "again\u{e0100}\u{e0101}\u{e0102}"];
const LOOK_ALIKE = ["as \u0430greed", "by p\u043ewer", "the sc\u03bfpe", "on \u0410pril the first", "at n\u043e\u043en"];
const CONTROL = ["at once\u0007", "at\u001b[2J once", "at once\u009b", "\u0008at once"];

export default defineOperators("deceptive-characters", [
  { name: "turned", apply: (model) => pasted(model, TURNED) },
  { name: "invisible", apply: (model) => pasted(model, INVISIBLE) },
  { name: "hidden", apply: (model) => pasted(model, HIDDEN) },
  { name: "look-alike", apply: (model) => pasted(model, LOOK_ALIKE) },
  { name: "control", apply: (model) => pasted(model, CONTROL) },
]);
