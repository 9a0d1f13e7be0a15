import type { Review } from "../review/feature.ts";
import { addCrossReferences } from "./cross-reference.ts";
import { collide, type Edit, type Fix, inOrder } from "./edits.ts";
import { insertSections } from "./insert-section.ts";
import { keepsTheRest } from "./keeps.ts";
import { mendDiagrams } from "./mend-diagram.ts";
import { mendLinks } from "./mend-link.ts";
import { renameHeadings } from "./rename-heading.ts";

const FIXERS: readonly ((review: Review) => Fix[])[] = [renameHeadings, insertSections, mendLinks, addCrossReferences, mendDiagrams];

/**
 * Proposes the edits that mend findings without changing what a document means. Where two fixes collide,
 * the first is kept; the other is proposed again once that one is made.
 *
 * @returns edits without overlaps, in the order of files and places; none for what a person must decide
 */
export function proposeFixes(review: Review): Edit[] {
  const edits: Edit[] = [];
  for (const fixer of FIXERS) {
    for (const fix of fixer(review)) {
      const isFree = !fix.some((edit) => edits.some((other) => collide(edit, other)));
      if (isFree && isHarmless(review, fix)) edits.push(...fix);
    }
  }
  return inOrder(edits);
}

function isHarmless({ model }: Review, fix: Fix): boolean {
  return Object.values(model.documents).every(({ file, markdown }) => {
    const own = fix.filter((edit) => edit.file === file);
    return own.length === 0 || keepsTheRest(markdown, own);
  });
}
