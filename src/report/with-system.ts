import { posix } from "node:path";
import type { WordedFinding } from "../findings/finding.ts";
import type { AcrossVerdict, Verdict } from "../verdict/types.ts";

/** Puts the findings across features beside those of the feature in whose documents they stand. */
export function withSystem(reviews: readonly Verdict[], system?: AcrossVerdict): readonly Verdict[] {
  if (!system || system.findings.length === 0) return reviews;
  const byFolder = new Map<string, WordedFinding[]>();
  for (const finding of system.findings) {
    const folder = posix.dirname(finding.place.file);
    const own = byFolder.get(folder) ?? [];
    own.push(finding);
    byFolder.set(folder, own);
  }
  return reviews.map((reviewed) => {
    const own = byFolder.get(reviewed.folder) ?? [];
    return own.length === 0
      ? reviewed
      : {
          ...reviewed,
          findings: [...reviewed.findings, ...own].sort(inReadingOrder),
          lines: { ...reviewed.lines, ...linesOf(own, system.lines) },
        };
  });
}

function linesOf(findings: readonly WordedFinding[], lines: AcrossVerdict["lines"]): AcrossVerdict["lines"] {
  const names = findings.map(({ place }) => `${place.file}:${place.line}`);
  return Object.fromEntries(names.flatMap((name) => (lines[name] === undefined ? [] : [[name, lines[name]]])));
}

function inReadingOrder({ place: a }: WordedFinding, { place: b }: WordedFinding): number {
  return a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;
}
