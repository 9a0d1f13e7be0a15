import type { Span } from "../../markdown/index.ts";
import { lastUpTo } from "../../text/ranges.ts";
import type { AlignedDocument, Place, Suppression } from "../types.ts";

const WORDS = /^groundplan-ignore(-file)?\s+([a-z][a-z, -]*)(?:[^\S ]\s*)?(?::([\s\S]*))?$/;

/**
 * Reads the comments that suppress findings: `<!-- groundplan-ignore code-block: the reason -->` for what follows it (the
 * next block, or the whole section where a heading follows) or for its own line where text stands before it, and
 * `groundplan-ignore-file` for the document.
 */
export function readSuppressions(document: AlignedDocument | undefined): Suppression[] {
  if (!document) return [];
  let linesOf: LinesOf | undefined;
  return document.markdown.comments.flatMap(({ text, span }) => {
    const [, file, checks = "", reason = ""] = WORDS.exec(text.replace(/^<!--|-->$/g, "").trim()) ?? [];
    if (checks === "") return [];
    if (!file) linesOf ??= linesIn(document);
    const lines = linesOf && !file ? linesOf(span) : { from: 1, to: Number.MAX_SAFE_INTEGER };
    return checks
      .split(/[\s,]+/)
      .filter(Boolean)
      .map((check): Suppression => ({ check, reason: reason.trim(), file: document.file, ...lines, place: document.place(span) as Place }));
  });
}

type LinesOf = (comment: Span) => { from: number; to: number };

/** What stands where is put in order once for all comments of a document, which may have thousands. */
function linesIn({ markdown }: AlignedDocument): LinesOf {
  const { text, lines } = markdown;
  const standsBefore = beforeOnLine(markdown);
  const sections = new Map(markdown.allSections.map(({ heading, span }) => [heading.start, span.endLine]));
  const pieces = markdown.allSections
    .flatMap(({ paragraphs, lists, tables, blocks, fields }) => [...paragraphs, ...lists, ...tables, ...blocks, ...fields])
    .map(({ span }) => span)
    .sort((a, b) => a.start - b.start);
  const starts = pieces.map(({ start }) => start);
  // A piece that ends before a place ends no later than on its line.
  let last = 0;
  const endLines = pieces.map(({ endLine }) => {
    last = Math.max(last, endLine);
    return last;
  });
  return (comment) => {
    if (standsBefore(comment)) return { from: comment.line, to: comment.line };
    const next = comment.end + (/^\s*/.exec(text.slice(comment.end))?.[0].length ?? 0);
    if (next >= text.length) return { from: comment.line, to: comment.endLine };
    const to = sections.get(next) ?? Math.max(lines.point(next).line, endLines[lastUpTo(starts, next)] ?? 0);
    return { from: comment.line, to };
  };
}

/** @returns whether anything stands before a comment on its line, which is looked at once for each line */
function beforeOnLine({ text, lines }: AlignedDocument["markdown"]): (comment: Span) => boolean {
  const firsts = new Map<number, number>();
  return ({ start, line }) => {
    const from = lines.offset(line, 1);
    const first = firsts.get(line) ?? from + (/^[^\S\n]*/.exec(text.slice(from))?.[0].length ?? 0);
    firsts.set(line, first);
    return first < start;
  };
}
