import { saysNothing } from "../../model/query.ts";
import { defineCheck } from "../define.ts";

const LABELS = {
  Purpose: "what it is there for",
  Responsibilities: "the key functions that it performs",
  Dependencies: "what it needs",
  Interfaces: "what it exposes and what it consumes",
} as const;

export default defineCheck({
  id: "incomplete-component",
  category: "completeness",
  severity: "error",
  messages: {
    missing: {
      text: 'Expected **{label}** for the component "{name}".',
      advice: 'Say {what}; where there is nothing, write "none" and why.',
    },
  },
  *run(model) {
    for (const { name, values, place } of model.architecture.components) {
      for (const [label, what] of Object.entries(LABELS)) {
        const value = values[label];
        if (value && (!saysNothing(value.text) || value.table)) continue;
        yield { message: "missing", place: value && !saysNothing(value.text) ? value.place : place, arguments: { label, name, what } };
      }
    }
  },
});
