import type { WordedFinding } from "../finding.ts";
import type { AcrossVerdict, Verdict } from "../verdict/types.ts";

/** Puts the findings across features beside those of the feature in whose documents they stand. */
export function withSystem(reviews: readonly Verdict[], system?: AcrossVerdict): readonly Verdict[] {
  if (!system || system.findings.length === 0) return reviews;
  return reviews.map((reviewed) => {
    const own = system.findings.filter(({ place }) => place.file.startsWith(`${reviewed.folder}/`));
    return own.length === 0
      ? reviewed
      : { ...reviewed, findings: [...reviewed.findings, ...own].sort(inReadingOrder), lines: { ...reviewed.lines, ...system.lines } };
  });
}

function inReadingOrder({ place: a }: WordedFinding, { place: b }: WordedFinding): number {
  return a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;
}
