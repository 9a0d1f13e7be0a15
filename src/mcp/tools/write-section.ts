import * as z from "zod";
import { featureKey, type Review, type SectionBudget } from "../../core.ts";
import { tellAfterWrite } from "../after-write.ts";
import { defineTool } from "../define.ts";
import { sayDerived, withDerived } from "../derived.ts";
import { unsealed } from "../shown/data.ts";
import { findingsShape, keyShape, outputKind } from "../shown/shapes.ts";
import { showFindings } from "../shown/show.ts";
import { MOST_FINDINGS } from "../told.ts";

export default defineTool({
  name: "write_section",
  title: "Write a section",
  description:
    "Write or replace a section of a design document, or several, and get back what the checks found in them. The rest stays byte for byte; a stale revision is refused.",
  input: z.strictObject({
    ...keyShape,
    document: outputKind,
    section: z.string().max(200).describe("title, as in next_step"),
    body: z
      .string()
      .max(200_000)
      .describe("Markdown below the heading, own headings ###; more sections may follow, each with its ## title"),
    revision: z.string().max(100).describe("from next_step or the last write"),
  }),
  output: z.object({
    file: z.string(),
    revision: z.string(),
    ...findingsShape,
    pending: z.array(z.string()).describe("waits for sections to come"),
    section_lines: z.number(),
    section_share: z.number(),
    lines: z.number(),
    lines_left: z.number(),
    next: z.string(),
  }),
  read: true,
  effect: "replaces",
  run({ epic, feature, document, section, body, revision }, called) {
    const { session, ...project } = called;
    const { workspace, context, core } = project;
    const key = featureKey(epic, feature);
    const present = project.read(key).documents[document]?.markdown.text ?? "";
    const sent = core.explainingStale(project, session, { key, document, revision }, (now) =>
      core.writeSection(workspace, context, { key, document, section, body: unsealed(body, present), several: true, revision: now }),
    );
    const { file, review, ...written } = withDerived(called, key, document, sent, (review) =>
      sent.sections.flatMap((title) => core.findingsIn(review, document, title)),
    );
    const one = sent.sections.length === 1;
    project.read(key);
    const stored = review.model.documents[document];
    const lines = stored ? core.countedLines(stored) : 0;
    const lines_left = (context.templates[document].lines?.max ?? lines) - lines;
    const { section_lines, section_share } = measure(review, document, sent.sections, core.shareBudget(review.model, document));
    const shown = showFindings(written.findings, MOST_FINDINGS);
    const clean = `No findings in ${one ? "this section" : "these sections"}.`;
    const { lines: told, pending, next } = tellAfterWrite({ ...written, key, document, review }, called, clean);
    const text = [
      `Wrote ${sent.sections.map((title) => `"${title}"`).join(", ")} to ${file}, now at revision ${written.revision}.`,
      `${one ? "The section has" : "These sections have"} ${section_lines} lines of about ${section_share}; the document has ${lines}, ${lines_left} left.`,
      sayDerived(written),
      ...told,
    ]
      .filter(Boolean)
      .join("\n");
    return { data: { file, revision: written.revision, ...shown, pending, section_lines, section_share, lines, lines_left, next }, text };
  },
});

function measure(
  { model }: Review,
  document: z.output<typeof outputKind>,
  titles: readonly string[],
  budget: readonly SectionBudget[],
): Record<"section_lines" | "section_share", number> {
  const text = model.documents[document]?.markdown.text ?? "";
  const lines = (model.documents[document]?.alignments ?? []).flatMap(({ template: { title }, sections: [section] }) =>
    titles.includes(title) && section ? [text.slice(section.span.start, section.span.end).trimEnd().split("\n").length] : [],
  );
  const share = budget.flatMap(({ title, lines: own }) => (titles.includes(title) ? [own] : []));
  const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);
  return { section_lines: sum(lines), section_share: sum(share) };
}
