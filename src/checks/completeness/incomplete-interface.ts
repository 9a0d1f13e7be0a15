import type { InterfaceKind } from "../../config/config.ts";
import { INTERFACE_FACTS } from "../../model/interfaces/interfaces.ts";
import { allAlignments, saysNothing, wordIn } from "../../model/query.ts";
import type { AlignedDocument } from "../../model/types.ts";
import { defineCheck } from "../define.ts";

const NOUNS: Record<InterfaceKind, string> = { api: "endpoint", library: "function", cli: "command", service: "message" };

/** Parts that have a check of their own: missing-error-case and missing-steps. */
const ELSEWHERE = new Set(["Error responses", "Errors raised", "Exit codes", "Processing steps", "Behavior", "Trigger"]);

export default defineCheck({
  id: "incomplete-interface",
  category: "completeness",
  severity: "error",
  messages: {
    missing: { text: 'Expected **{label}** for the {noun} "{name}".', advice: 'Say it: {hint}. Where there is nothing, write "none".' },
  },
  *run(model) {
    const design = model.documents["backend-design"];
    if (!design) return;
    for (const { name, kind, values, place } of model.backend.interfaces) {
      const missing = required(design, INTERFACE_FACTS[kind]).filter(({ label }) => {
        const value = values[label];
        return !ELSEWHERE.has(label) && saysNothing(value?.text) && !value?.table && !(value && value.items.length > 0);
      });
      if (missing.length === 0) continue;
      const label = missing.map((part) => wordIn(design, INTERFACE_FACTS[kind], part.label)).join("**, **");
      const hint = missing.map((part) => part.hint.charAt(0).toLowerCase() + part.hint.slice(1)).join("; ");
      yield { message: "missing", place, arguments: { label, name, noun: NOUNS[kind], hint } };
    }
  },
});

/** The labelled fields that the template asks for in an interface of a kind. */
function required(design: AlignedDocument, facts: string) {
  const parent = allAlignments(design).find(({ template }) => template.facts === facts);
  const item = parent?.template.sections.find(({ repeated }) => repeated);
  return (item?.parts ?? []).filter((part) => part.form === "field");
}
