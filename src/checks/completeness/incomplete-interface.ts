import type { InterfaceKind } from "../../config/config.ts";
import { allAlignments, saysNothing } from "../../model/query.ts";
import type { AlignedDocument } from "../../model/types.ts";
import { defineCheck } from "../define.ts";

const KINDS: Record<InterfaceKind, { facts: string; noun: string }> = {
  api: { facts: "endpoints", noun: "endpoint" },
  library: { facts: "functions", noun: "function" },
  cli: { facts: "commands", noun: "command" },
  service: { facts: "events", noun: "message" },
};

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
      for (const { label, hint } of required(design, KINDS[kind].facts)) {
        if (ELSEWHERE.has(label)) continue;
        const value = values[label];
        if (value && (!saysNothing(value.text) || value.table || value.items.length > 0)) continue;
        yield {
          message: "missing",
          place,
          arguments: { label, name, noun: KINDS[kind].noun, hint: hint.charAt(0).toLowerCase() + hint.slice(1) },
        };
      }
    }
  },
});

/** The labelled fields that the template asks for in an interface of a kind. */
function required(design: AlignedDocument, facts: string) {
  const parent = allAlignments(design).find(({ template }) => template.facts === facts);
  const item = parent?.template.sections.find(({ repeated }) => repeated);
  return (item?.parts ?? []).filter((part) => part.form === "field");
}
