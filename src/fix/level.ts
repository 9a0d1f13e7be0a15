import { topSections } from "../feature/writing/edit.ts";
import type { Section } from "../markdown/index.ts";
import { outputs } from "../model/query.ts";
import type { AlignedDocument, Alignment } from "../model/types.ts";
import type { Review } from "../review/feature.ts";

/** A section of a template among its siblings, as it stands in a document. */
export interface Level {
  document: AlignedDocument;
  alignment: Alignment;
  siblings: readonly Alignment[];
  parent?: Alignment;
}

/** @returns every section of the outputs' templates among its siblings, parents first. */
export function levelsOf({ model }: Review): Level[] {
  const visit = (document: AlignedDocument, siblings: readonly Alignment[], parent?: Alignment): Level[] =>
    siblings.flatMap((alignment) => [{ document, alignment, siblings, parent }, ...visit(document, alignment.children, alignment)]);
  return outputs(model).flatMap((document) => visit(document, document.alignments));
}

/** @returns the sections that one message of missing-section was told of, in the template's order. */
export function levelsTold(review: Review, message: "missing" | "misspelt"): Level[] {
  const told = review.findings.filter((finding) => finding.check === "missing-section" && finding.message === message);
  return levelsOf(review).filter(({ document, alignment }) =>
    told.some(({ place, related }) => place.file === document.file && related?.line === alignment.template.place.line),
  );
}

/** @returns the headings of a level that stand for no section of the template. */
export function unmatched({ document, siblings, parent }: Level): Section[] {
  const present = parent ? (parent.sections[0]?.sections ?? []) : topSections(document.markdown);
  const named = siblings.filter(({ template }) => !template.repeated).flatMap(({ sections }) => sections);
  return present.filter((section) => !named.includes(section));
}
