import { z } from "zod";
import { featureKey, nextStep, readFeature, review } from "../../index.ts";
import { defineTool } from "../define.ts";
import { capFindings, findingShape, keyShape, outputKind, showFinding, showStep, stepShape, wordFindings } from "../shapes.ts";

const section = z.object({
  document: outputKind,
  file: z.string(),
  revision: z.string().describe("pass it to write_section"),
  section: z.string(),
  state: z.enum(["missing", "open"]),
  guidance: z.string(),
  shape: z.array(z.string()),
  lines: z.number().describe("the section's share of the line budget"),
  form: z.enum(["headings", "table"]).describe("how repeated items fit the budget"),
  facts: z.array(z.object({ label: z.string(), from: z.string(), items: z.array(z.string()) })),
  links: z.array(z.string()),
  findings: z.array(findingShape),
});

export default defineTool({
  name: "next_step",
  title: "Next step",
  description: "Say what to do or write next in the backend design of a feature: the brief for one section with its guidance, shape, line share and the facts to use, or what to ask the person. Call it first, and again after every write.",
  input: z.strictObject(keyShape),
  output: z.object({
    finished: z.boolean(),
    step: stepShape.optional(),
    why: z.string(),
    done_when: z.string(),
    write: section.optional(),
    then: z.array(z.string()).describe("other sections of this step that are open"),
    patterns: z.array(z.object({ title: z.string(), link: z.string(), because: z.string() })),
    ask: z.array(z.string()),
    findings: z.array(findingShape),
    left_out: z.number(),
  }),
  writes: false,
  idempotent: true,
  run({ epic, feature }, { workspace, context }) {
    const brief = nextStep(review(readFeature(workspace, featureKey(epic, feature)), context));
    if (!brief) return { data: { finished: true, why: "Every gate holds.", done_when: "", then: [], patterns: [], ask: [], findings: [], left_out: 0 }, text: "Every gate holds: the feature is finished." };
    const { step, why, remaining, ask } = brief;
    const write = brief.section && { ...brief.section, facts: capFacts(brief.section.facts), findings: brief.section.findings.slice(0, 20).map(showFinding) };
    // The section's own findings stand with the section.
    const others = brief.section ? [] : brief.findings;
    const patterns = brief.patterns.map(({ pattern, signal, because }) => ({ title: pattern.title, link: pattern.link, because: `"${signal}" in: ${because.slice(0, 200)}` }));
    const wayOn = step.id === "finish" ? "Call finish_feature." : write ? `Write "${write.section}" with write_section (document ${write.document}, revision ${write.revision}).` : "";
    const text = [why, ...ask, wayOn, write ? `${write.guidance}\n${write.shape.map((line) => `- ${line}`).join("\n")}` : wordFindings(others), `Done when ${step.gate}.`].filter(Boolean).join("\n\n");
    return { data: { finished: false, step: showStep(step), why, done_when: step.gate, write, then: remaining, patterns, ask, ...capFindings(others) }, text };
  },
});

const MOST_ITEMS = 60;
const LONGEST_ITEM = 400;

/** A brief is small: it names what to use, the documents hold the rest. */
function capFacts<Group extends { from: string; items: string[] }>(facts: readonly Group[]): Group[] {
  return facts.map((group) => ({
    ...group,
    items: [...group.items.slice(0, MOST_ITEMS).map((item) => (item.length > LONGEST_ITEM ? `${item.slice(0, LONGEST_ITEM)}...` : item)), ...(group.items.length > MOST_ITEMS ? [`and ${group.items.length - MOST_ITEMS} more in ${group.from}`] : [])],
  }));
}
