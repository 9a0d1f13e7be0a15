import type { WordedFinding } from "../findings/finding.ts";

/** What a finding costs whoever builds from the design, the dearest first. */
const ORDER: readonly (readonly string[])[] = [
  // The design says something else than what was asked, agreed or decided.
  [
    "contradicted-input",
    "contract-mismatch",
    "value-drift",
    "missing-literal",
    "entity-mismatch",
    "status-mismatch",
    "picture-mismatch",
    "invalid-contract",
  ],
  // It does not answer what was asked.
  ["missing-document", "untraced-requirement", "weak-answer", "unstated-security", "undocumented-integration", "unmet-obligation"],
  // It leaves out what a builder needs.
  [
    "undefined-type",
    "missing-error-case",
    "missing-steps",
    "incomplete-interface",
    "incomplete-data-structure",
    "incomplete-component",
    "undeclared-component",
    "unowned-interface",
    "missing-diagram",
    "invalid-diagram",
    "placeholder-text",
    "missing-section",
    "empty-section",
  ],
];

/**
 * @returns the findings by what they cost whoever builds from the design: errors first, since they keep a gate closed; among them
 *   what contradicts, and last what is only form; of equals, as they stand in the documents
 */
export function byConsequence<Found extends Pick<WordedFinding, "check" | "severity">>(findings: readonly Found[]): Found[] {
  return findings.toSorted((a, b) => costOf(a) - costOf(b));
}

function costOf({ check, severity }: Pick<WordedFinding, "check" | "severity">): number {
  const rank = ORDER.findIndex((checks) => checks.includes(check));
  return (severity === "error" ? 0 : ORDER.length + 1) + (rank === -1 ? ORDER.length : rank);
}

/** @returns whether a finding tells that an input says of the code what it has otherwise, for certain */
export function contradictsCode({ check, message, severity }: Pick<WordedFinding, "check" | "message" | "severity">): boolean {
  return check === "contradicted-input" && (message === "absent" || message === "otherwise") && severity === "error";
}
