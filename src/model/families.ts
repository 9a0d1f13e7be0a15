import type { AlignedDocument, Alignment } from "./types/documents.ts";

/** @returns every aligned section of a document that the template marks as holding a family of facts. */
export function family(document: AlignedDocument | undefined, facts: string): Alignment[] {
  const found: Alignment[] = [];
  const visit = (alignments: readonly Alignment[]): void => {
    for (const alignment of alignments) {
      if (alignment.template.facts === facts) found.push(alignment);
      visit(alignment.children);
    }
  };
  visit(document?.alignments ?? []);
  return found;
}
