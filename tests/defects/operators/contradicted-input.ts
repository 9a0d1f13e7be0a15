import type { DocumentKind, Model } from "../../../src/core.ts";
import { nearnessOf } from "../../../src/model/content/comparing/nearness.ts";
import { agree } from "../../../src/model/content/comparing/said.ts";
import { contentOf } from "../../../src/model/content/read.ts";
import { HERE, insert, mutant, replace } from "../edit.ts";
import { stretch } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** An input states another value than the PRD does of the same thing, in nearly the same words. */
function* contradict(
  model: Model,
  kinds: readonly DocumentKind[],
  dimensions: readonly string[],
  other: (value: number) => number,
): Generator<Mutant> {
  const content = contentOf(model);
  const nearness = nearnessOf(content);
  for (const kind of kinds) {
    const document = model.documents[kind];
    if (!document) continue;
    for (const quantity of content.quantities) {
      const { passage, dimension, place } = quantity;
      if (
        passage.document !== kind ||
        passage.aside ||
        !dimensions.includes(dimension) ||
        passage.keys.some((key) => /^row:.+\./.test(key))
      )
        continue;
      const asked = content.quantities.some(
        (twin) =>
          twin.passage.document === "prd" &&
          !twin.passage.aside &&
          twin.dimension === dimension &&
          agree(twin, quantity) &&
          nearness.of(quantity, twin) > 9,
      );
      const span = stretch(document, place);
      const text = document.markdown.text.slice(span.start, span.end);
      const changed = text.replace(/\d[\d,]*/, (digits) => String(other(Number(digits.replaceAll(",", "")))));
      if (asked && changed !== text) yield mutant(`"${changed}" for "${text}" in ${kind}`, [document, replace(span, HERE + changed)]);
    }
  }
}

/** The PRD repeats a limit among its integrations or limits, in the same words, and with another number. */
function* repeatOtherwise(model: Model, other: (value: number) => number): Generator<Mutant> {
  const { prd } = model.documents;
  const section = prd?.markdown.allSections.find(({ title }) => /out of scope|non-goals/i.test(title));
  if (!prd || !section) return;
  for (const { passage, dimension, place, text } of contentOf(model).quantities) {
    if (passage.document !== "prd" || passage.aside || !["time", "size", "rate"].includes(dimension) || passage.ids.length === 0) continue;
    // What is told of one case, and what is said with several numbers, is no limit that one repeats.
    if (/\b(?:Given|When|Then)\b|\bAs an?\b|["“”[\]#]/.test(passage.text) || (passage.text.match(/\d+/g)?.length ?? 0) !== 1) continue;
    const changed = text.replace(/\d[\d,]*/, (digits) => String(other(Number(digits.replaceAll(",", "")))));
    const said = passage.text.replace(/^[\s*-]*(?:\*\*)?[A-Z]{1,5}-\d+(?:\*\*)?:?\s*/, "").trim();
    if (changed !== text && said.includes(text) && said.length > 70)
      yield mutant(`"${changed}" beside "${text}", line ${place.line}`, [
        prd,
        insert(section.heading.start, `## Limits\n\n${HERE}${said.replace(text, changed)}.\n\n`),
      ]);
  }
}

// The outputs follow the PRD, and depart from the input with it.
const also = ["value-drift", "contradicted-input", "contract-mismatch", "entity-mismatch"];
const INPUTS = ["contracts", "data-design"] as const;

export default defineOperators("contradicted-input", [
  {
    name: "repeat-otherwise",
    alsoExpected: [...also, "unclear-requirement", "unread-statement"],
    apply: (model) => repeatOtherwise(model, (value) => value + Math.ceil(value / 2)),
  },
  {
    name: "longer",
    alsoExpected: also,
    apply: (model) => contradict(model, INPUTS, ["time", "interval"], (value) => value + Math.ceil(value / 2)),
  },
  {
    name: "three-times-as-long",
    alsoExpected: also,
    apply: (model) => contradict(model, INPUTS, ["time", "interval"], (value) => value * 3),
  },
  {
    name: "shorter",
    alsoExpected: also,
    apply: (model) => contradict(model, INPUTS, ["time", "interval"], (value) => Math.floor(value / 2) || 3),
  },
]);
