import { decisionMentions } from "../../context/decisions.ts";
import { resolveAny } from "../../feature/links/links.ts";
import type { AlignedDocument, DocumentLink, RecordMention } from "../types.ts";

/** @returns every link of a document with what it leads to. */
export function readLinks({ kind, file, markdown, place }: AlignedDocument): DocumentLink[] {
  return markdown.links.map(({ span, ...link }) => ({ ...link, ...resolveAny(link, file), document: kind, place: place(span) }));
}

/** @returns where a document names decision records by their numbers; the words of a link are told of as a link. */
export function readRecordMentions(document: AlignedDocument | undefined): RecordMention[] {
  if (!document) return [];
  const { markdown, place } = document;
  return decisionMentions(markdown.prose)
    .filter(({ start, end }) => !markdown.links.some(({ span }) => span.start <= start && end <= span.end))
    .map(({ name, start, end }) => {
      const span = markdown.lines.span(start, end);
      return { name, place: place(span), line: markdown.text.split("\n")[span.line - 1] ?? "" };
    });
}
