import type { Model } from "../../../src/core.ts";
import { HERE, insert, mutant } from "../edit.ts";
import { stretch } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** Sentences that state something, and bear no sign of it but their place. */
const WISHES = [
  "Refunds of gifts reach the giver",
  "The comment is shown to the customer",
  "Agents in Lisbon see amounts in euro",
  "Nobody waits longer than a week for a decision",
];
/** Headings that say nothing of what stands below them. */
const HEADINGS = ["Voices of the agents", "What we heard in Lisbon", "Wünsche der Kasse", "その他のお願い", "Разное от операторов"];

/** Sections at whose end another can begin. */
function ends({ documents: { prd } }: Model): number[] {
  return (prd?.markdown.sections ?? []).flatMap(({ depth, sections }) => (depth === 1 ? sections.map(({ span }) => span.end) : []));
}

function* inSections(model: Model, bodyOf: (heading: string) => string): Generator<Mutant> {
  const { prd } = model.documents;
  if (!prd) return;
  for (const [index, at] of ends(model).entries()) {
    const heading = HEADINGS[index % HEADINGS.length] ?? "";
    yield mutant(`"${heading}" behind section ${index + 1}`, [prd, insert(at, `\n${bodyOf(heading)}\n`)]);
  }
}

/** A list below a heading of somebody's own. */
const list = (model: Model) => inSections(model, (heading) => `## ${HERE}${heading}\n\n${WISHES.map((wish) => `- ${wish}`).join("\n")}\n`);

/** The same as a table. */
const table = (model: Model) =>
  inSections(
    model,
    (heading) => `## ${HERE}${heading}\n\n| Who | Wish |\n| --- | --- |\n${WISHES.map((wish) => `| Lisbon | ${wish} |`).join("\n")}\n`,
  );

/** One item alone. */
const single = (model: Model) => inSections(model, (heading) => `## ${heading}\n\n- ${HERE}${WISHES[0]}\n`);

/** An id is given a second time, to something else. */
function* twice(model: Model): Generator<Mutant> {
  const { prd } = model.documents;
  if (!prd) return;
  for (const { id, place } of model.requirements)
    yield mutant(`${id} twice`, [
      prd,
      insert(stretch(prd, place).end, `\n- ${HERE}**${id}**: Gift vouchers vanish at midnight in Lisbon.`),
    ]);
}

export default defineOperators("unread-statement", [
  { name: "list", apply: list },
  { name: "table", apply: table },
  { name: "single", apply: single },
  { name: "twice", apply: twice, alsoExpected: ["untraced-requirement"] },
]);
