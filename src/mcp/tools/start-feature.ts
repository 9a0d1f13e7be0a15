import * as z from "zod";
import { type FeatureKey, featureKey, INTERFACE_KINDS, type InterfaceKind } from "../../core.ts";
import { defineTool, type ToolContext } from "../define.ts";
import { interfaceKind, keyShape } from "../shown/shapes.ts";

export default defineTool({
  name: "start_feature",
  title: "Start a feature",
  description:
    "Start or create the backend design of a feature: its folder, skeletons of missing inputs, and both design documents. Overwrites nothing. The kinds of interface come from the PRD or the person.",
  input: z.strictObject({
    ...keyShape,
    title: z
      .string()
      .min(1)
      .max(200)
      .regex(/^[^\r\n]+$/, "expected one line")
      .optional()
      .describe("default: the PRD's title"),
    interfaces: z.array(interfaceKind).max(4).optional().describe("default: PRD or person"),
  }),
  output: z.object({
    created: z.array(z.string()),
    interfaces: z.array(z.string()),
    ask: z.array(z.string()).describe("of the person"),
  }),
  effect: "adds",
  begins: true,
  run({ epic, feature, title, interfaces: named = [] }, { session, person, ...project }) {
    const { workspace, context, core } = project;
    const key = featureKey(epic, feature);
    const before = kindsOf(project, key);
    const chosen = named.length > 0 || before.length > 0 ? { kinds: named } : choose(person, feature);
    if ("question" in chosen) return chosen.question;
    const asked = chosen.kinds;
    const start = { key, title, interfaces: [...new Set(asked)], today: session.today() };
    const inputs = core.createInputs(workspace, context, start);
    const outputs = asked.length > 0 || before.length > 0 ? core.startOutputs(workspace, context, start) : [];
    const created = [...inputs, ...outputs];
    const interfaces = created.length > 0 ? kindsOf(project, key) : before;
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
    const text = [
      created.length > 0 ? `Created ${created.join(", ")}.` : "Nothing was written: what could be created is there already.",
      interfaces.length > 0 ? `Interfaces: ${interfaces.join(", ")}.` : "The kinds of interface are unknown.",
      ...ask.map((question) => `Ask the person: ${question}`),
      ...(ask.length === 0 ? ["Call next_step."] : []),
    ].join("\n");
    return { data: { created, interfaces, ask }, text };
  },
});

/** A feature that is not there yet has chosen none. */
function kindsOf(
  { workspace, context, read, core }: Pick<ToolContext, "workspace" | "context" | "read" | "core">,
  key: FeatureKey,
): InterfaceKind[] {
  const isThere = core.listFeatures(workspace).some(({ epic, feature }) => epic === key.epic && feature === key.feature);
  return isThere ? core.review(read(key), context).model.interfaceKinds : [];
}

const KIND_FORM = z.object({
  api: z.boolean().default(false).describe("endpoints that others call over HTTP"),
  library: z.boolean().default(false).describe("functions that others call in their own process"),
  cli: z.boolean().default(false).describe("commands that people and scripts call"),
  service: z.boolean().default(false).describe("events and messages that others send and receive"),
});

/** The kinds of interface are a person's choice. */
function choose(person: ToolContext["person"], feature: string) {
  const asked = person.ask("interfaces", `Which kinds of interface does the backend of ${feature} offer?`, KIND_FORM);
  if (asked && "question" in asked) return asked;
  return { kinds: asked ? INTERFACE_KINDS.filter((kind) => asked.answer[kind]) : [] };
}
