import type { WordedFinding } from "../finding.ts";
import type { Review } from "../review.ts";

/** Puts the findings across features beside those of the feature in whose documents they stand. */
export function withSystem(reviews: readonly Review[], system: readonly WordedFinding[]): readonly Review[] {
  if (system.length === 0) return reviews;
  return reviews.map((reviewed) => {
    const own = system.filter(({ place }) => place.file.startsWith(`${reviewed.model.feature.folder}/`));
    return own.length === 0 ? reviewed : { ...reviewed, findings: [...reviewed.findings, ...own].sort(inReadingOrder) };
  });
}

function inReadingOrder({ place: a }: WordedFinding, { place: b }: WordedFinding): number {
  return a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;
}
