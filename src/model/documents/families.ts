import type { AlignedDocument, Alignment } from "../types/documents.ts";

/**
 * Finds the sections of a document once, for all who read facts from them.
 *
 * @returns the aligned sections that the template marks as holding a family of facts, in their order, by the family
 */
export function familiesIn(alignments: readonly Alignment[]): ReadonlyMap<string, readonly Alignment[]> {
  const families = new Map<string, Alignment[]>();
  const visit = (alignment: Alignment): void => {
    const { facts } = alignment.template;
    if (facts !== undefined) families.set(facts, [...(families.get(facts) ?? []), alignment]);
    alignment.children.forEach(visit);
  };
  alignments.forEach(visit);
  return families;
}

/** @returns the sections of a document that hold a family of facts; none where the document is missing */
export function family(document: AlignedDocument | undefined, facts: string): readonly Alignment[] {
  return document?.families.get(facts) ?? [];
}
