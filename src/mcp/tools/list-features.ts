import { z } from "zod";
import { formatKey, listFeatures, readFeature, review, stepsOf } from "../../index.ts";
import { defineTool } from "../define.ts";

const MOST = 200;

export default defineTool({
  name: "list_features",
  title: "List features",
  description: "List the features of this project that have a PRD or design documents, with how far each is in the seven design steps. Call it to find the epic and feature keys that the other tools take.",
  input: z.strictObject({ epic: z.string().optional().describe("only the features of this epic") }),
  output: z.object({
    root: z.string().describe("which rule chose the workspace"),
    features: z.array(z.object({ epic: z.string(), feature: z.string(), done: z.number().describe("steps done, of 7"), next: z.string(), errors: z.number() })),
    left_out: z.number(),
  }),
  writes: false,
  idempotent: true,
  run({ epic }, { workspace, context, source }) {
    const keys = listFeatures(workspace).filter((key) => epic === undefined || key.epic === epic);
    const features = keys.slice(0, MOST).map((key) => {
      const reviewed = review(readFeature(workspace, key), context);
      const steps = stepsOf(reviewed);
      const errors = reviewed.findings.filter(({ severity }) => severity === "error").length;
      return { ...key, done: steps.filter(({ done }) => done).length, next: steps.find(({ done }) => !done)?.id ?? "finished", errors };
    });
    const lines = features.map((feature) => `${formatKey(feature)}: ${feature.done} of 7 steps, next ${feature.next}, ${feature.errors} errors`);
    const text = features.length === 0 ? `No features in ${workspace.config.plan}. Begin one with start_feature.` : lines.join("\n");
    return { data: { root: source, features, left_out: keys.length - features.length }, text: `${text}\n(workspace chosen by ${source})` };
  },
});
