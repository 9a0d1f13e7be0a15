import * as z from "zod";
import { type Brief, featureKey, type Review, type SectionBudget, titleKey } from "../../core.ts";
import { unsealed } from "../data.ts";
import { defineTool } from "../define.ts";
import { findingsShape, keyShape, outputKind } from "../shapes.ts";
import { showFindings, wordFindings } from "../show.ts";

export default defineTool({
  name: "write_section",
  title: "Write a section",
  description:
    "Write or replace one section of a design document and get back what the checks found in it. The rest stays byte for byte; a stale revision is refused, so nobody's edit is lost.",
  input: z.strictObject({
    ...keyShape,
    document: outputKind,
    section: z.string().max(200).describe("title, as next_step gives it"),
    body: z.string().max(200_000).describe("Markdown below the heading; own headings ### or lower"),
    revision: z.string().max(100).describe("from next_step or the last write"),
  }),
  output: z.object({
    file: z.string(),
    revision: z.string(),
    ...findingsShape,
    section_lines: z.number(),
    section_share: z.number(),
    lines: z.number(),
    lines_left: z.number(),
    next: z.string(),
  }),
  effect: "replaces",
  run({ epic, feature, document, section, body, revision }, { session, ...project }) {
    const { workspace, context, core } = project;
    const key = featureKey(epic, feature);
    const present = project.read(key).documents[document]?.markdown.text ?? "";
    const written = core.explainingStale(project, session, { key, document, revision }, () =>
      core.writeSection(workspace, context, { key, document, section, body: unsealed(body, present), revision }),
    );
    project.read(key);
    const { file, review } = written;
    const lines = review.model.documents[document]?.markdown.lineCount ?? 0;
    const lines_left = (context.templates[document].lines?.max ?? lines) - lines;
    const { section_lines, section_share } = measure(review, document, section, core.shareBudget(review.model, document));
    const shown = showFindings(written.findings);
    const next = sayNext(written.findings.length, core.nextStep(review));
    const text = [
      `Wrote "${section}" to ${file}, now at revision ${written.revision}.`,
      `The section has ${section_lines} lines of about ${section_share}; the document has ${lines}, ${lines_left} left.`,
      written.findings.length === 0 ? "No findings in this section." : wordFindings(shown),
      next,
    ].join("\n");
    return { data: { file, revision: written.revision, ...shown, section_lines, section_share, lines, lines_left, next }, text };
  },
});

function measure(
  { model }: Review,
  document: z.output<typeof outputKind>,
  section: string,
  budget: readonly SectionBudget[],
): Record<"section_lines" | "section_share", number> {
  // As forgiving about the title as the writer was.
  const alignment = model.documents[document]?.alignments.find(({ template }) => titleKey(template.title) === titleKey(section));
  const span = alignment?.sections[0]?.span;
  const share = budget.find(({ title }) => title === alignment?.template.title);
  return { section_lines: span ? Math.max(1, span.endLine - span.line) : 0, section_share: share?.lines ?? 0 };
}

/** @returns what to do after a write. */
export function sayNext(found: number, brief: Brief | undefined): string {
  if (found > 0) return "Mend the findings, with the new revision.";
  const section = brief?.section?.section;
  return section ? `Call next_step: its brief is for "${section}".` : "Call next_step.";
}
