import { z } from "zod";
import { featureKey, readFeature, review, stepsOf } from "../../index.ts";
import { defineTool } from "../define.ts";
import { capFindings, findingShape, keyShape, showStep, stepShape, wordFindings } from "../shapes.ts";

export default defineTool({
  name: "check_feature",
  title: "Check a feature",
  description: "Check, review or validate the design documents of a feature: every finding with how to fix it, the computed quality checklist, and the state of the seven steps.",
  input: z.strictObject(keyShape),
  output: z.object({
    errors: z.number(),
    findings: z.array(findingShape),
    left_out: z.number(),
    checklist: z.array(z.object({ category: z.string(), text: z.string(), state: z.string(), errors: z.number(), checks: z.array(z.string()) })),
    steps: z.array(stepShape),
  }),
  writes: false,
  idempotent: true,
  run({ epic, feature }, { workspace, context }) {
    const reviewed = review(readFeature(workspace, featureKey(epic, feature)), context);
    const { findings } = reviewed;
    const { checklist } = reviewed;
    const errors = findings.filter(({ severity }) => severity === "error").length;
    const steps = stepsOf(reviewed).map(showStep);
    const text = [errors === 0 ? "No findings at error level." : `${errors} errors.`, wordFindings(findings), ...checklist.map(({ state, text: item }) => `- ${item}: ${state}`)].filter(Boolean).join("\n");
    return { data: { errors, ...capFindings(findings), checklist, steps }, text };
  },
});
