import { fingerprints } from "../../findings/fingerprint.ts";
import type { Verdict } from "../../verdict/types.ts";
import { sentence } from "../words.ts";

/** Words findings as GitLab's code quality report. */
export function reportGitlab(reviews: readonly Verdict[]): string {
  const findings = reviews.flatMap((review) => review.findings);
  const names = fingerprints(findings);
  const issues = findings.map((finding, index) => ({
    type: "issue",
    check_name: finding.check,
    description: sentence(finding),
    categories: ["Style"],
    severity: finding.severity === "error" ? "major" : "minor",
    fingerprint: names[index],
    location: { path: finding.place.file, lines: { begin: finding.place.line, end: finding.place.endLine ?? finding.place.line } },
  }));
  return `${JSON.stringify(issues, null, 2)}\n`;
}
