import { fingerprints } from "../fingerprint.ts";
import type { Review } from "../review.ts";
import { countAll } from "./words.ts";

/**
 * The findings as data for scripts, see schemas/report.schema.json. The shape only grows: keys are never renamed or
 * removed within a version.
 */
export function reportJson(reviews: readonly Review[]): string {
  const features = reviews.map(({ model, findings, checklist, suppressed, baselined, stale }) => {
    const names = fingerprints(findings);
    const named = findings.map((finding, index) => ({ ...finding, fingerprint: names[index] }));
    return { ...model.key, findings: named, checklist, suppressed, baselined, stale };
  });
  return `${JSON.stringify({ version: 1, summary: countAll(reviews), features }, null, 2)}\n`;
}
