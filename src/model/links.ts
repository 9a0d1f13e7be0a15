import { resolveLink } from "../feature/links.ts";
import type { AlignedDocument, DocumentLink } from "./types.ts";

/** @returns every link of a document with what it leads to. */
export function readLinks({ kind, file, markdown, place }: AlignedDocument): DocumentLink[] {
  return markdown.links.map(({ span, ...link }) => ({ ...link, ...resolveLink(link.url, file), document: kind, place: place(span) }));
}
