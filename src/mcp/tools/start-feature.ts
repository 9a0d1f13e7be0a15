import * as z from "zod";
import { createInputs, featureKey, readFeature, review, startOutputs } from "../../index.ts";
import { defineTool } from "../define.ts";
import { interfaceKind, keyShape } from "../shapes.ts";

export default defineTool({
  name: "start_feature",
  title: "Start a feature",
  description:
    "Start or create the backend design of a feature: its folder, skeletons of PRD and research report where they are missing, and both design documents with their front matter. Overwrites nothing. The kinds of interface come from the PRD, or from you after asking the person.",
  input: z.strictObject({
    ...keyShape,
    title: z
      .string()
      .min(1)
      .max(200)
      .regex(/^[^\r\n]+$/, "expected one line")
      .optional()
      .describe("default: the PRD's title"),
    interfaces: z.array(interfaceKind).max(4).optional().describe("leave out when the PRD says them"),
  }),
  output: z.object({
    created: z.array(z.string()),
    interfaces: z.array(z.string()),
    ask: z.array(z.string()).describe("what to ask the person first"),
  }),
  effect: "adds",
  run({ epic, feature, title, interfaces: asked = [] }, { workspace, context, today }) {
    const key = featureKey(epic, feature);
    const kindsNow = () => review(readFeature(workspace, key), context).model.interfaceKinds;
    const start = { key, title, interfaces: [...new Set(asked)], today: today() };
    const inputs = createInputs(workspace, context, start);
    const outputs = asked.length > 0 || kindsNow().length > 0 ? startOutputs(workspace, context, start) : [];
    const interfaces = kindsNow();
    const ask = [
      ...(interfaces.length > 0
        ? []
        : [
            "Which kinds of interface does the feature offer: api, library, cli, service? Call start_feature again with them; the design documents are created then.",
          ]),
      ...(asked.length > 0 && [...asked].sort().join() !== [...interfaces].sort().join()
        ? [`The documents that exist say ${interfaces.join(", ")}; they were left as they are. Should their front matter be changed?`]
        : []),
      ...inputs.map((file) => `${file} is a skeleton: what belongs into it? Fill it before the design begins.`),
    ];
    const created = [...inputs, ...outputs];
    const text = [
      created.length > 0 ? `Created ${created.join(", ")}.` : "Nothing was written: what could be created is there already.",
      interfaces.length > 0 ? `Interfaces: ${interfaces.join(", ")}.` : "The kinds of interface are unknown.",
      ...ask.map((question) => `Ask the person: ${question}`),
      ...(ask.length === 0 ? ["Call next_step."] : []),
    ].join("\n");
    return { data: { created, interfaces, ask }, text };
  },
});
