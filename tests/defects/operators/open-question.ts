import type { Model } from "../../../src/core.ts";
import { HERE, insert, mutant } from "../edit.ts";
import { defineOperators, type Mutant } from "../types.ts";

const QUESTIONS = [
  "Does a holiday of the bank postpone the nightly run?",
  "Who pays the fee that the partner charges for each call?",
  "Is the legacy mobile app switched off before the launch?",
];

/** Open Questions of the architecture with rows, each made of its question and what the template's other columns say. */
function* rows(model: Model, ...cells: readonly (readonly [decider: string, assumption: string])[]): Generator<Mutant> {
  const { architecture } = model.documents;
  const after = architecture?.markdown.allSections.find(({ title }) => title === "Requirements Coverage");
  if (!architecture || !after) return;
  for (const [decider, assumption] of cells)
    for (const question of QUESTIONS) {
      const head =
        "## Departures and Open Questions\n\n### Open Questions\n\n| Question | Who decides | Assumed until then |\n| --- | --- | --- |\n";
      const row = `${HERE}| ${question} | ${decider} | ${assumption} |\n`;
      yield mutant(`"${question}", ${decider}, ${assumption}`, [architecture, insert(after.span.end, `${head}${row}\n`)]);
    }
}

/** The PRD asks what no output speaks of. */
function* inThePrd(model: Model): Generator<Mutant> {
  const { prd } = model.documents;
  if (!prd) return;
  for (const question of QUESTIONS)
    yield mutant(`the PRD asks "${question}"`, [prd, insert(prd.markdown.text.length, `\n## Open Questions\n\n${HERE}- ${question}\n`)]);
}

// The documents have no line to spare.
const LONGER = ["line-count"];

export default defineOperators("open-question", [
  { name: "open", apply: (model) => rows(model, ["Head of support", "It does not"]), alsoExpected: LONGER },
  { name: "nobody-decides", apply: (model) => rows(model, ["TBD", "It does not"], ["nobody", "It does"]), alsoExpected: LONGER },
  { name: "of-the-prd", apply: inThePrd },
]);
