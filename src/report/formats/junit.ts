import type { WordedFinding } from "../../findings/finding.ts";
import type { Verdict } from "../../verdict/types.ts";
import type { ReportOptions } from "../options.ts";
import { sentence } from "../words.ts";

/** Words findings as JUnit XML: a suite for each feature, in it a case for each check, so that passed checks show too. */
export function reportJunit(reviews: readonly Verdict[], { checks, mermaid }: Pick<ReportOptions, "checks" | "mermaid">): string {
  const properties = mermaid === "" ? [] : [`    <properties><property name="mermaid" value="${escapeXml(mermaid)}"/></properties>`];
  const suites = reviews.map(({ key, findings }) => {
    const name = `${key.epic}/${key.feature}`;
    const cases = checks.map(({ id, category }) => {
      const own = findings.filter(({ check }) => check === id);
      const failures = own.filter(({ severity }) => severity === "error");
      const warnings = own.filter(({ severity }) => severity === "warning");
      const inner = [
        ...(failures.length > 0 ? [failure(failures)] : []),
        ...(warnings.length > 0 ? [`<system-out>${escapeXml(warnings.map(told).join("\n"))}</system-out>`] : []),
      ];
      const open = `    <testcase classname="${escapeXml(`${name}.${category}`)}" name="${escapeXml(id)}"`;
      return inner.length === 0 ? `${open}/>` : `${open}>${inner.join("")}</testcase>`;
    });
    const failed = new Set(findings.filter(({ severity }) => severity === "error").map(({ check }) => check)).size;
    return [
      `  <testsuite name="${escapeXml(name)}" tests="${checks.length}" failures="${failed}">`,
      ...properties,
      ...cases,
      "  </testsuite>",
    ].join("\n");
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="groundplan">\n${suites.join("\n")}\n</testsuites>\n`;
}

function failure(findings: readonly WordedFinding[]): string {
  const message = findings.length === 1 ? (findings[0]?.text ?? "") : `${findings.length} findings`;
  return `<failure message="${escapeXml(message)}" type="error">${escapeXml(findings.map(told).join("\n"))}</failure>`;
}

function told(finding: WordedFinding): string {
  return `${finding.place.file}:${finding.place.line}:${finding.place.column}: ${sentence(finding)}`;
}

/** Characters that XML cannot hold are shown as a replacement. */
function escapeXml(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")
      .replace(/&/g, "&amp;")
      .replace(/</g, "&lt;")
      .replace(/>/g, "&gt;")
      .replace(/"/g, "&quot;")
  );
}
