import type { Section } from "../../markdown/index.ts";
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

/** @returns the sections that stand for one of the template's own headings */
export function ownSections(alignments: readonly Alignment[]): Set<Section> {
  const named = alignments.flatMap(({ template, sections }) => (template.repeated ? [] : sections));
  return new Set([...named, ...alignments.flatMap(({ children }) => [...ownSections(children)])]);
}

/** @returns the sections of a document that hold a family of facts; none where the document is missing */
export function family(document: AlignedDocument | undefined, facts: string): readonly Alignment[] {
  return document?.families.get(facts) ?? [];
}
