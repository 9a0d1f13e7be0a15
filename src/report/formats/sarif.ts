import type { Location, Log, ReportingDescriptor, Result } from "sarif";
import type { Place, WordedFinding } from "../../findings/finding.ts";
import { fingerprints } from "../../findings/fingerprint.ts";
import type { Verdict } from "../../verdict/types.ts";
import type { CheckPage, ReportOptions } from "../options.ts";
import { sentence } from "../words.ts";

/** Words findings as SARIF 2.1.0, with a rule for each check that carries its page as help. */
export function reportSarif(reviews: readonly Verdict[], { checks, version, mermaid }: ReportOptions): string {
  const findings = reviews.flatMap((review) => review.findings);
  const names = fingerprints(findings);
  const indexes = new Map(checks.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: { name: "groundplan", semanticVersion: version, rules: checks.map(rule) },
          // It gives the verdict on the diagrams, where these are judged.
          ...(mermaid !== "" && { extensions: [{ name: "mermaid", semanticVersion: mermaid }] }),
        },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding, index) => result(finding, indexes.get(finding.check) ?? -1, names[index] ?? "")),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule({ id, category, severity, page }: CheckPage): ReportingDescriptor {
  const [summary = id] = page.replace(/^(?:[\s\S]*?Severity: \w+\.|# [^\n]{1,99})\n+/, "").split(/(?<=\.)\s/);
  return {
    id,
    shortDescription: { text: summary.trim() },
    help: { text: page, markdown: page },
    defaultConfiguration: { level: severity },
    properties: { category, tags: [category] },
  };
}

function result(finding: WordedFinding, ruleIndex: number, name: string): Result {
  const { check, severity, place, related } = finding;
  // What ships with groundplan is no file of the repository.
  const other = related?.file.startsWith("groundplan:") ? undefined : related;
  return {
    ruleId: check,
    ruleIndex,
    level: severity,
    // The link in brackets is how a viewer offers the other place.
    message: { text: other ? `${sentence(finding)} See [the other place](1).` : sentence(finding) },
    locations: [location(place)],
    ...(other && { relatedLocations: [{ id: 1, ...location(other), message: { text: "the other place" } }] }),
    partialFingerprints: { "groundplan/v1": name },
  };
}

function location({ file, line, column, endLine, endColumn }: Place): Location {
  // A region ends where its line ends unless it says otherwise.
  const end = endLine === undefined ? {} : { endLine, ...(endColumn !== undefined && { endColumn }) };
  return {
    physicalLocation: {
      artifactLocation: { uri: file.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" },
      region: { startLine: line, startColumn: column, ...end },
    },
  };
}
