import * as z from "zod";
import { featureKey } from "../../core.ts";
import { defineTool } from "../define.ts";
import { findingsShape, keyShape, stepShape } from "../shown/shapes.ts";
import { showCautions, showFindings, showStep, wordFindings, wordStep } from "../shown/show.ts";

export default defineTool({
  name: "check_feature",
  title: "Check a feature",
  description:
    "Check, review or validate the design of a feature: every finding with how to fix it, the computed quality checklist, the seven steps, and the documents' revisions.",
  input: z.strictObject(keyShape),
  output: z.object({
    errors: z.number(),
    warnings: z.number(),
    ...findingsShape,
    checklist: z.array(z.object({ category: z.string(), text: z.string(), state: z.string(), errors: z.number() })),
    steps: z.array(stepShape),
    cautions: z.array(z.string()),
    documents: z.array(z.object({ kind: z.string(), file: z.string(), revision: z.string() })),
  }),
  effect: "reads",
  run({ epic, feature }, { read, context, core: { cautionsOf, review, stepsOf } }) {
    const present = read(featureKey(epic, feature));
    const reviewed = review(present, context);
    const cautions = showCautions(cautionsOf(reviewed.model));
    const errors = reviewed.findings.filter(({ severity }) => severity === "error").length;
    const warnings = reviewed.findings.length - errors;
    const shown = showFindings(reviewed.findings);
    const checklist = reviewed.checklist.map(({ category, text, state, errors: against }) => ({ category, text, state, errors: against }));
    // The findings are told once, above; two reasons say what kind of thing keeps a gate closed.
    const steps = stepsOf(reviewed).map((step) => showStep(step, 2));
    const documents = Object.values(present.documents).map(({ kind, file, revision }) => ({ kind, file, revision }));
    const text = [
      `${errors} errors, ${warnings} warnings.`,
      wordFindings(shown),
      cautions.length > 0 ? `Cautions:\n${cautions.map((caution) => `- ${caution}`).join("\n")}` : "",
      `Checklist:\n${checklist.map(({ category, text: item, state, errors: against }) => `- ${category}: ${item}: ${state}${against > 0 ? ` (${against} errors)` : ""}`).join("\n")}`,
      `Steps:\n${steps.map(wordStep).join("\n")}`,
      `Documents:\n${documents.map(({ kind, file, revision }) => `- ${kind}: ${file}, revision ${revision}`).join("\n")}`,
    ]
      .filter(Boolean)
      .join("\n\n");
    return { data: { errors, warnings, ...shown, checklist, steps, cautions, documents }, text };
  },
});
