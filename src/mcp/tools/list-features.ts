import { basename } from "node:path";
import * as z from "zod";
import { formatKey, listFeatures, readFeature, review, stepsOf } from "../../index.ts";
import { defineTool } from "../define.ts";
import { fit } from "../fit.ts";

const MOST = 150;
const ROOM = 16_000;

export default defineTool({
  name: "list_features",
  title: "List features",
  description:
    "List the features of this project that have a PRD or design documents, with how far each is in the seven design steps. Call it to find the epic and feature keys that the other tools take.",
  input: z.strictObject({ epic: z.string().optional().describe("only the features of this epic") }),
  output: z.object({
    root: z.string().describe("the workspace, and which rule chose it"),
    features: z.array(
      z.object({
        epic: z.string(),
        feature: z.string(),
        done: z.number().describe("steps done, of 7"),
        next: z.string(),
        errors: z.number(),
      }),
    ),
    left_out: z.number(),
  }),
  effect: "reads",
  run({ epic }, { workspace, context, source }) {
    const keys = listFeatures(workspace).filter((key) => epic === undefined || key.epic === epic);
    const states = keys.slice(0, MOST).map((key) => {
      const reviewed = review(readFeature(workspace, key), context);
      const steps = stepsOf(reviewed);
      const errors = reviewed.findings.filter(({ severity }) => severity === "error").length;
      return { ...key, done: steps.filter(({ done }) => done).length, next: steps.find(({ done }) => !done)?.id ?? "finished", errors };
    });
    const { kept: features } = fit(states, MOST, ROOM);
    const left_out = keys.length - features.length;
    const root = `${basename(workspace.root)} (chosen by ${source})`;
    const lines = features.map(
      (feature) => `${formatKey(feature)}: ${feature.done} of 7 steps, next ${feature.next}, ${feature.errors} errors`,
    );
    const more = left_out > 0 ? [`and ${left_out} more; name an epic to see its features`] : [];
    const text = [
      `Workspace: ${root}`,
      ...(keys.length === 0
        ? [`No features in ${workspace.config.plan}${epic === undefined ? "" : ` under this epic`}. Begin one with start_feature.`]
        : lines),
      ...more,
    ].join("\n");
    return { data: { root, features, left_out }, text };
  },
});
