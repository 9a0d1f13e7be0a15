import * as z from "zod";
import { featureKey, type Review } from "../../core.ts";
import { defineTool } from "../define.ts";
import { findingsShape, keyShape, type ShownStep, stepShape } from "../shown/shapes.ts";
import { showCautions, showFindings, showStep, wordFindings, wordStep } from "../shown/show.ts";
import { tellAll } from "../told.ts";

export default defineTool({
  name: "check_feature",
  title: "Check a feature",
  description:
    "Check, review or validate the design of a feature: its findings with how to fix them, the quality checklist, the steps, the documents' revisions.",
  input: z.strictObject({ ...keyShape, all: z.boolean().optional().describe("all in full") }),
  output: z.object({
    errors: z.number(),
    warnings: z.number(),
    ...findingsShape,
    checklist: z.array(z.object({ category: z.string(), text: z.string(), state: z.string(), errors: z.number() })),
    steps: z.array(stepShape),
    cautions: z.array(z.string()),
    documents: z.array(z.object({ kind: z.string(), file: z.string(), revision: z.string() })),
  }),
  read: true,
  effect: "reads",
  run({ epic, feature, all = false }, { read, context, session, core: { cautionsOf, review, stepsOf } }) {
    const key = featureKey(epic, feature);
    const present = read(key);
    const reviewed = review(present, context);
    const cautions = showCautions(cautionsOf(reviewed.model));
    const errors = reviewed.findings.filter(({ severity }) => severity === "error").length;
    const warnings = reviewed.findings.length - errors;
    const shown = showFindings(reviewed.findings);
    const checklist = reviewed.checklist.map(({ category, text, state, errors: against }) => ({ category, text, state, errors: against }));
    // The findings are told once, above; two reasons say what kind of thing keeps a gate closed.
    const steps = stepsOf(reviewed).map((step) => showStep(step, 2));
    const documents = Object.values(present.documents).map(({ kind, file, revision }) => ({ kind, file, revision }));
    const told = tellAll({ session, key, all: reviewed.findings, concerned: reviewed.findings });
    const text = [
      `${errors} errors, ${warnings} warnings.`,
      all ? wordFindings(shown) : told.join("\n"),
      cautions.length > 0 ? `Cautions:\n${cautions.map((caution) => `- ${caution}`).join("\n")}` : "",
      all ? wordChecklist(checklist) : failedOf(checklist),
      all ? `Steps:\n${steps.map(wordStep).join("\n")}` : wordOpenSteps(steps),
      `Documents:\n${documents.map(({ kind, file, revision }) => `- ${kind}: ${file}, revision ${revision}`).join("\n")}`,
    ]
      .filter(Boolean)
      .join("\n\n");
    return { data: { errors, warnings, ...shown, checklist, steps, cautions, documents }, text };
  },
});

type Item = Pick<Review["checklist"][number], "category" | "text" | "state" | "errors">;

function wordChecklist(checklist: readonly Item[]): string {
  const lines = checklist.map(
    ({ category, text, state, errors }) => `- ${category}: ${text}: ${state}${errors > 0 ? ` (${errors} errors)` : ""}`,
  );
  return `Checklist:\n${lines.join("\n")}`;
}

/** What has passed is counted. */
function failedOf(checklist: readonly Item[]): string {
  const failed = checklist.filter(({ state }) => state === "failed");
  const passed = checklist.filter(({ state }) => state === "passed");
  const rest = checklist.length - failed.length - passed.length;
  const names = failed.map(({ text, errors }) => `${text} (${errors})`).join("; ");
  return `Checklist: ${passed.length} passed, ${rest} do not apply or wait, ${failed.length} failed${failed.length > 0 ? `: ${names}` : ""}.`;
}

/** Findings are told above: of a step, what else keeps its gate closed. */
function wordOpenSteps(steps: readonly ShownStep[]): string {
  const done = steps.filter((step) => step.done).map(({ number }) => number);
  const open = steps.filter((step) => !step.done);
  const lines = open.map(({ number, id, open: reasons }) => {
    const others = reasons.filter((reason) => !/^\S{1,300}:\d{1,6}: |^and \d+ more /.test(reason));
    return `- ${number}. ${id}${others.length > 0 ? `: ${others.join("; ")}` : ""}`;
  });
  return `Steps done: ${done.join(", ") || "none"}.${open.length > 0 ? ` Open:\n${lines.join("\n")}` : ""}`;
}
