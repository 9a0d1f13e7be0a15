import { isUnsettled, saysNothing } from "../../model/query.ts";
import { defineCheck } from "../define.ts";

const LABELS = {
  Purpose: "what it is there for",
  Responsibilities: "the key functions that it performs",
  Dependencies: "what it needs",
  Interfaces: "what it exposes and what it consumes",
} as const;
const LABEL_COUNT = Object.keys(LABELS).length;

export default defineCheck({
  id: "incomplete-component",
  category: "completeness",
  severity: "error",
  messages: {
    missing: {
      text: 'Expected **{label}** for the component "{name}".',
      advice: 'Say {what}; where there is nothing, write "none" and why.',
    },
    several: {
      text: 'Expected **{label}** for the component "{name}".',
      advice: 'Say {what}; where there is nothing, write "none" and why. A heading that is no component stands elsewhere.',
    },
  },
  *run(model) {
    const document = model.documents.architecture;
    for (const { name, form, values, place } of model.architecture.components) {
      const missing = Object.entries(LABELS).filter(([label]) => saysNothing(values[label]?.text) && !values[label]?.table);
      const [first] = missing;
      if (!first || (document && missing.length === LABEL_COUNT && form === "section" && isUnsettled(document))) continue;
      const label = missing.map(([name]) => name).join("**, **");
      const what = missing.map(([, words]) => words).join(", ");
      yield { message: missing.length === 1 ? "missing" : "several", place, arguments: { label, name, what } };
    }
  },
});
