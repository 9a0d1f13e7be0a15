import { type MarkdownDocument, readMarkdown, type Span } from "../markdown/index.ts";
import { applyEdits, type Edit } from "./edits.ts";

/**
 * Tells whether a document reads the same outside of the edits: every heading, link, block and comment
 * that they do not touch is still there, headings under the same fragment, and no heading but theirs is
 * new. An edit behind an open fence or comment, for example, would be swallowed by it.
 */
export function keepsTheRest(document: MarkdownDocument, edits: readonly Edit[]): boolean {
  const after = readMarkdown(applyEdits(document.text, edits));
  const added = edits.reduce((sum, { text }) => sum + readMarkdown(text).allSections.length, 0);
  if (after.allSections.length !== document.allSections.length + added) return false;
  const present = new Set(landmarks(after).map(({ span, sign }) => `${span.start} ${sign}`));
  return landmarks(document)
    .filter(({ span }) => !edits.some((edit) => touches(edit, span)))
    .every(({ span, sign }) => present.has(`${moved(span.start, edits)} ${sign}`));
}

interface Landmark {
  span: Span;
  sign: string;
}

function landmarks({ allSections, links, blocks, comments }: MarkdownDocument): Landmark[] {
  return [
    ...allSections.map(({ heading, depth, title, anchor }) => ({ span: heading, sign: `${depth} ${anchor} ${title}` })),
    ...links.map(({ span, text }) => ({ span, sign: text })),
    ...blocks.map(({ span, language, value }) => ({ span, sign: `${language} ${value}` })),
    ...comments.map(({ span, text }) => ({ span, sign: text })),
  ];
}

function touches({ start, end }: Edit, span: Span): boolean {
  return start < span.end && span.start < end;
}

function moved(offset: number, edits: readonly Edit[]): number {
  return edits.reduce((at, { start, end, text }) => (end <= offset ? at + text.length - (end - start) : at), offset);
}
