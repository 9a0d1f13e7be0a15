import { z } from "zod";
import { featureKey, nextStep, writeSection } from "../../index.ts";
import { defineTool } from "../define.ts";
import { capFindings, findingShape, keyShape, outputKind, wordFindings } from "../shapes.ts";

export default defineTool({
  name: "write_section",
  title: "Write a section",
  description: "Write or replace one section of a design document (02-architecture or 04-backend-design) and get back what the checks found in it. The rest of the document stays byte for byte; a stale revision is refused, so nobody's edit is lost.",
  input: z.strictObject({
    ...keyShape,
    document: outputKind,
    section: z.string().describe("title of the section, as next_step gives it"),
    body: z.string().max(200_000).describe("Markdown below the section's heading; its own headings are ### or lower"),
    revision: z.string().describe("the document's revision, from next_step or the last write"),
  }),
  output: z.object({ file: z.string(), revision: z.string(), findings: z.array(findingShape), left_out: z.number(), lines: z.number().describe("length of the document"), lines_left: z.number().describe("up to the upper limit"), next: z.string() }),
  writes: true,
  idempotent: true,
  run({ epic, feature, document, section, body, revision }, { workspace, context }) {
    const written = writeSection(workspace, context, { key: featureKey(epic, feature), document, section, body, revision });
    const { model } = written.review;
    const lines = model.documents[document]?.markdown.lineCount ?? 0;
    const most = model.context.templates[document].lines?.max ?? lines;
    const brief = nextStep(written.review);
    const next = written.findings.length > 0 ? "Mend the findings with write_section and the new revision." : brief?.section ? `Next: ${brief.section.section} (call next_step for its brief).` : "Call next_step.";
    const head = `Wrote "${section}" to ${written.file}, now at revision ${written.revision}: ${lines} lines, ${most - lines} left.`;
    const found = written.findings.length === 0 ? "No findings in this section." : wordFindings(written.findings);
    return { data: { file: written.file, revision: written.revision, ...capFindings(written.findings), lines, lines_left: most - lines, next }, text: [head, found, next].join("\n") };
  },
});
