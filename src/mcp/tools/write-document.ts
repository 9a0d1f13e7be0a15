import * as z from "zod";
import { DOCUMENT_KINDS, featureKey, isWritten } from "../../core.ts";
import { tellAfterWrite } from "../after-write.ts";
import { agreedTo } from "../consent.ts";
import { defineTool } from "../define.ts";
import { sayDerived, withDerived } from "../derived.ts";
import { unsealed } from "../shown/data.ts";
import { findingsShape, keyShape } from "../shown/shapes.ts";
import { showFindings } from "../shown/show.ts";
import { MOST_FINDINGS } from "../told.ts";

export default defineTool({
  name: "write_document",
  title: "Write a document",
  description: "Write or replace a whole document, such as the research report, or one passage, and get what the checks found.",
  input: z.strictObject({
    ...keyShape,
    document: z.enum(DOCUMENT_KINDS),
    text: z.string().max(400_000).describe("Markdown; without front matter, the present one stays"),
    replaces: z.string().max(200_000).optional().describe("a passage that stands once"),
    more: z
      .array(z.strictObject({ replaces: z.string().max(200_000), text: z.string().max(200_000) }))
      .max(50)
      .optional()
      .describe("further passages"),
    consent: z.string().max(300).optional().describe("of inputs: how the person agreed"),
    revision: z.string().max(100).optional().describe("leave out for a new document"),
  }),
  output: z.object({
    file: z.string(),
    revision: z.string(),
    ...findingsShape,
    pending: z.array(z.string()),
    lines: z.number(),
    lines_left: z.number().optional(),
    next: z.string(),
  }),
  read: true,
  effect: "replaces",
  run({ epic, feature, document, text: body, replaces, more = [], consent, revision }, called) {
    const { session, ...project } = called;
    const { workspace, context, core } = project;
    const key = featureKey(epic, feature);
    const present = project.read(key).documents[document]?.markdown.text ?? "";
    const by = unsealed(body, present);
    const passage = replaces === undefined ? undefined : unsealed(replaces, present);
    const agreed = isWritten(document) ? undefined : agreedTo({ document, passage, by, consent }, called);
    if (agreed) return agreed.question;
    const sent = core.explainingStale(project, session, { key, document, revision: revision ?? "" }, (now) =>
      isWritten(document)
        ? core.writeDocument(workspace, context, {
            key,
            document,
            text: more.reduce(
              (whole, each) => core.replacePassage(whole, unsealed(each.replaces, present), unsealed(each.text, present)),
              passage === undefined ? by : core.replacePassage(present, passage, by),
            ),
            revision: revision === undefined ? undefined : now,
          })
        : core.mendInput(workspace, context, { key, document, replaces: passage ?? "", by, revision }),
    );
    const { file, review, ...written } = withDerived(called, key, document, sent, ({ findings }) =>
      findings.filter(({ place }) => place.file === sent.file),
    );
    const stored = project.read(key).documents[document];
    const lines = stored ? core.countedLines(stored) : 0;
    const most = context.templates[document].lines?.max;
    const shown = showFindings(written.findings, MOST_FINDINGS);
    const told = tellAfterWrite({ ...written, key, document, review }, called, "No findings in this document.");
    const { pending, next } = told;
    const text = [
      `Wrote ${file}, now at revision ${written.revision}: ${lines} lines${most === undefined ? "" : `, ${most - lines} left`}.`,
      sayDerived(written),
      ...told.lines,
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
