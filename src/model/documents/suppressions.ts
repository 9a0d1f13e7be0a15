import type { Span } from "../../markdown/index.ts";
import type { AlignedDocument, Place, Suppression } from "../types.ts";

const WORDS = /^groundplan-ignore(-file)?\s+([a-z][a-z, -]*)(?:[^\S ]\s*)?(?::([\s\S]*))?$/;

/**
 * Reads the comments that suppress findings: `<!-- groundplan-ignore code-block: the reason -->` for what follows it (the
 * next block, or the whole section where a heading follows) or for its own line where text stands before it, and
 * `groundplan-ignore-file` for the document.
 */
export function readSuppressions(document: AlignedDocument | undefined): Suppression[] {
  if (!document) return [];
  return document.markdown.comments.flatMap(({ text, span }) => {
    const [, file, checks = "", reason = ""] = WORDS.exec(text.replace(/^<!--|-->$/g, "").trim()) ?? [];
    if (checks === "") return [];
    const lines = file ? { from: 1, to: Number.MAX_SAFE_INTEGER } : linesOf(span, document);
    return checks
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((check): Suppression => ({ check, reason: reason.trim(), file: document.file, ...lines, place: document.place(span) as Place }));
  });
}

function linesOf(comment: Span, { markdown }: AlignedDocument): { from: number; to: number } {
  const { text, lines } = markdown;
  const lineStart = text.lastIndexOf("\n", comment.start - 1) + 1;
  if (text.slice(lineStart, comment.start).trim() !== "") return { from: comment.line, to: comment.line };
  const next = comment.end + (/^\s*/.exec(text.slice(comment.end))?.[0].length ?? 0);
  if (next >= text.length) return { from: comment.line, to: comment.endLine };
  const section = markdown.allSections.find(({ heading }) => heading.start === next);
  const pieces = markdown.allSections.flatMap(({ paragraphs, lists, tables, blocks, fields }) => [
    ...paragraphs,
    ...lists,
    ...tables,
    ...blocks,
    ...fields,
  ]);
  const ends = pieces.map(({ span }) => span).filter(({ start, end }) => start <= next && next < end);
  const to = section ? section.span.endLine : Math.max(lines.point(next).line, ...ends.map(({ endLine }) => endLine));
  return { from: comment.line, to };
}
