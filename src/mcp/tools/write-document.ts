import * as z from "zod";
import { featureKey, WRITTEN_KINDS } from "../../core.ts";
import { defineTool } from "../define.ts";
import { sayDerived, withDerived } from "../derived.ts";
import { unsealed } from "../shown/data.ts";
import { findingsShape, keyShape } from "../shown/shapes.ts";
import { showFindings, showPending, wordFindings, wordPending } from "../shown/show.ts";
import { MOST_FINDINGS, sayNext } from "./write-section.ts";

export default defineTool({
  name: "write_document",
  title: "Write a document",
  description: "Write or replace a whole document, such as the research report, or one passage, and get back what the checks found.",
  input: z.strictObject({
    ...keyShape,
    document: z.enum(WRITTEN_KINDS),
    text: z.string().max(400_000).describe("Markdown; without front matter, the present one stays"),
    replaces: z.string().max(200_000).optional().describe("a passage that stands once: text takes its place"),
    revision: z.string().max(100).optional().describe("leave out when there is no document yet"),
  }),
  output: z.object({
    file: z.string(),
    revision: z.string(),
    ...findingsShape,
    pending: z.array(z.string()).describe("waits for sections to come"),
    lines: z.number(),
    lines_left: z.number().optional(),
    next: z.string(),
  }),
  effect: "replaces",
  run({ epic, feature, document, text: body, replaces, revision }, called) {
    const { session, ...project } = called;
    const { workspace, context, core } = project;
    const key = featureKey(epic, feature);
    const present = project.read(key).documents[document]?.markdown.text ?? "";
    const sent = core.explainingStale(project, session, { key, document, revision: revision ?? "" }, () =>
      core.writeDocument(workspace, context, {
        key,
        document,
        text:
          replaces === undefined
            ? unsealed(body, present)
            : core.replacePassage(present, unsealed(replaces, present), unsealed(body, present)),
        revision,
      }),
    );
    const { file, review, ...written } = withDerived(called, key, document, sent, ({ findings }) =>
      findings.filter(({ place }) => place.file === sent.file),
    );
    const { markdown } = project.read(key).documents[document] ?? {};
    const lines = markdown?.lineCount ?? 0;
    const most = context.templates[document].lines?.max;
    const shown = showFindings(written.findings, MOST_FINDINGS);
    const pending = showPending(written.pending);
    const next = sayNext(written.findings.length, core.nextStep(review));
    const text = [
      `Wrote ${file}, now at revision ${written.revision}: ${lines} lines${most === undefined ? "" : `, ${most - lines} left`}.`,
      sayDerived(written.derived),
      written.findings.length === 0 ? "No findings in this document." : wordFindings(shown),
      ...wordPending(pending),
      next,
    ]
      .filter(Boolean)
      .join("\n");
    const lines_left = most === undefined ? undefined : most - lines;
    return {
      data: { file, revision: written.revision, ...shown, pending, lines, ...(lines_left !== undefined && { lines_left }), next },
      text,
    };
  },
});
