import * as z from "zod";
import { type Brief, type DocumentKind, featureKey, type OpenProposal, type Review, type SectionBudget } from "../../core.ts";
import { showBrief } from "../brief/show.ts";
import { wordBrief } from "../brief/word.ts";
import { defineTool } from "../define.ts";
import { sayDerived, withDerived } from "../derived.ts";
import { asData, unsealed } from "../shown/data.ts";
import { findingsShape, keyShape, outputKind } from "../shown/shapes.ts";
import { showFindings, showPending, wordFindings, wordPending } from "../shown/show.ts";

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
  effect: "replaces",
  run({ epic, feature, document, section, body, revision }, called) {
    const { session, ...project } = called;
    const { workspace, context, core } = project;
    const key = featureKey(epic, feature);
    const present = project.read(key).documents[document]?.markdown.text ?? "";
    const sent = core.explainingStale(project, session, { key, document, revision }, () =>
      core.writeSection(workspace, context, { key, document, section, body: unsealed(body, present), several: true, revision }),
    );
    const { file, review, ...written } = withDerived(called, key, document, sent, (review) =>
      sent.sections.flatMap((title) => core.findingsIn(review, document, title)),
    );
    const one = sent.sections.length === 1;
    project.read(key);
    const lines = review.model.documents[document]?.markdown.lineCount ?? 0;
    const lines_left = (context.templates[document].lines?.max ?? lines) - lines;
    const { section_lines, section_share } = measure(review, document, sent.sections, core.shareBudget(review.model, document));
    const shown = showFindings(written.findings, MOST_FINDINGS);
    const pending = showPending(written.pending);
    const next = sayNext(written.findings.length, core.nextStep(review));
    const text = [
      `Wrote ${sent.sections.map((title) => `"${title}"`).join(", ")} to ${file}, now at revision ${written.revision}.`,
      `${one ? "The section has" : "These sections have"} ${section_lines} lines of about ${section_share}; the document has ${lines}, ${lines_left} left.`,
      sayDerived(written),
      written.findings.length === 0 ? `No findings in ${one ? "this section" : "these sections"}.` : wordFindings(shown),
      ...wordPending(pending),
      sayUndecided(document, core.openProposals(review.model)),
      next,
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

/** An author mends a few findings at a time, the dearest first. */
export const MOST_FINDINGS = 10;

/** @returns what to do after a write: the next brief, so that one call serves for both */
export function sayNext(found: number, brief: Brief | undefined): string {
  if (found > 0) return "Mend the findings, with the new revision.";
  // What the person has to decide, next_step asks.
  if (!brief?.section || brief.ask.length > 0) return "Call next_step.";
  return `Next:\n\n${wordBrief({ ...showBrief(brief, { answers: [], ask: [] }), cautions: [] })}`;
}

/**
 * @param kind what was written: patterns are decided in the architecture
 * @returns all patterns that wait for a decision, at once: each round of them moves lines about
 */
export function sayUndecided(kind: DocumentKind, open: readonly OpenProposal[]): string {
  if (kind !== "architecture" || open.length === 0) return "";
  const named = open.slice(0, MOST_FINDINGS).map(({ pattern, link, signal }) => `[${pattern.title}](${link}), for "${signal}"`);
  return `Patterns that wait for a row, applied or declined with a reason: ${asData(named.join("; "))}.`;
}
