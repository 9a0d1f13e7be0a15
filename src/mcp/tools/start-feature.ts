import { z } from "zod";
import { createInputs, featureKey, readFeature, review, startOutputs } from "../../index.ts";
import { defineTool } from "../define.ts";
import { interfaceKind, keyShape } from "../shapes.ts";

export default defineTool({
  name: "start_feature",
  title: "Start a feature",
  description: "Start or create the backend design of a feature: its folder, skeletons of PRD and research report where they are missing, and both design documents with their front matter. Overwrites nothing. The kinds of interface come from the PRD, or from you after asking the person.",
  input: z.strictObject({
    ...keyShape,
    title: z.string().max(200).optional().describe("default: the PRD's title"),
    interfaces: z.array(interfaceKind).optional().describe("kinds of interface; leave out when the PRD says them"),
  }),
  output: z.object({ created: z.array(z.string()), interfaces: z.array(z.string()), ask: z.array(z.string()).describe("what to ask the person before going on") }),
  writes: true,
  idempotent: true,
  run({ epic, feature, title, interfaces = [] }, { workspace, context, today }) {
    const key = featureKey(epic, feature);
    const start = { key, title, interfaces, today: today() };
    const inputs = createInputs(workspace, context, start);
    const known = interfaces.length > 0 ? interfaces : review(readFeature(workspace, key), context).model.interfaceKinds;
    const outputs = known.length > 0 ? startOutputs(workspace, context, start) : [];
    const ask = [
      ...(known.length > 0 ? [] : ["Which kinds of interface does the feature offer: api, library, cli, service? Call start_feature again with them."]),
      ...inputs.map((file) => `${file} is a skeleton: what belongs into it? Fill it before the design begins.`),
    ];
    const created = [...inputs, ...outputs];
    const text = [created.length > 0 ? `Created ${created.join(", ")}.` : "Everything was there already; nothing was written.", ...ask, ...(ask.length === 0 ? ["Call next_step."] : [])].join("\n");
    return { data: { created, interfaces: known, ask }, text };
  },
});
