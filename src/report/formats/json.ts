import type { WordedFinding } from "../../findings/finding.ts";
import { fingerprints } from "../../findings/fingerprint.ts";
import type { AcrossVerdict, Verdict } from "../../verdict/types.ts";
import { withSystem } from "../with-system.ts";
import { countAll } from "../words.ts";

/**
 * The findings as data for scripts, see schemas/report.schema.json. The shape only grows: keys are never renamed or
 * removed within a version.
 *
 * @param mermaid the version of Mermaid that judged the diagrams
 * @param system the findings across features, where all features were looked at
 */
export function reportJson(reviews: readonly Verdict[], mermaid: string, system?: AcrossVerdict): string {
  const features = reviews.map(({ key, findings, checklist, suppressed, baselined, stale, progress }) => {
    return { ...key, findings: named(findings), checklist, suppressed, baselined, stale, ...(progress && { progress }) };
  });
  const across = system && { findings: named(system.findings) };
  return `${JSON.stringify({ version: 1, mermaid, summary: countAll(withSystem(reviews, system)), features, ...(across && { across }) }, null, 2)}\n`;
}

function named(findings: readonly WordedFinding[]) {
  const names = fingerprints(findings);
  return findings.map((finding, index) => ({ ...finding, fingerprint: names[index] }));
}
