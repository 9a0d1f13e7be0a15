import type { Model } from "../../../src/core.ts";
import { HERE, insert, mutant } from "../edit.ts";
import { stretch } from "../places.ts";
import { defineOperators, type Mutant } from "../types.ts";

/** Behind each requirement stands another one, in words of its own. */
function* behind(model: Model, texts: readonly string[]): Generator<Mutant> {
  const { prd } = model.documents;
  if (!prd) return;
  for (const [index, { id, place }] of model.requirements.entries()) {
    const text = texts[index % texts.length] ?? "";
    yield mutant(`"${text}" behind ${id}`, [prd, insert(stretch(prd, place).end, `\n- ${text}`)]);
  }
}

const UNTESTABLE = [
  `${HERE}**FR-901**: The statement must reach the auditor quickly.`,
  `${HERE}**FR-902**: Auditors must be warned as needed.`,
  `${HERE}**FR-903**: The archive must be easy to use.`,
];
const SEVERAL = [
  `${HERE}**FR-904**: The archive must seal each statement, and the auditor must receive a printed copy.`,
  `${HERE}**FR-905**: The archive shall seal each statement; the auditor shall receive a printed copy.`,
];
const CONTRADICTING = [
  `**FR-906**: Sealed statements reach the auditor within 3 days.\n- ${HERE}**FR-907**: Sealed statements reach the auditor within 9 days.`,
  `**FR-908**: The auditor keeps at most 40 MB of sealed statements.\n- ${HERE}**FR-909**: The auditor keeps at most 90 MB of sealed statements.`,
];

// What is added to the PRD is answered by no design yet.
const alsoExpected = ["untraced-requirement"];

export default defineOperators("unclear-requirement", [
  { name: "untestable", apply: (model) => behind(model, UNTESTABLE), alsoExpected },
  { name: "several", apply: (model) => behind(model, SEVERAL), alsoExpected },
  { name: "contradicting", apply: (model) => behind(model, CONTRADICTING), alsoExpected },
]);
