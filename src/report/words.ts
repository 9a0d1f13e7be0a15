import type { WordedFinding } from "../findings/finding.ts";
import type { Verdict } from "../verdict/types.ts";

/** What every report counts. */
export interface Counts {
  features: number;
  errors: number;
  warnings: number;
  suppressed: number;
  baselined: number;
}

/** @returns the sums over all features. */
export function countAll(reviews: readonly Verdict[]): Counts {
  const findings = reviews.flatMap((review) => review.findings);
  const errors = findings.filter(({ severity }) => severity === "error").length;
  const sum = (key: "suppressed" | "baselined") => reviews.reduce((total, review) => total + review[key], 0);
  return {
    features: reviews.length,
    errors,
    warnings: findings.length - errors,
    suppressed: sum("suppressed"),
    baselined: sum("baselined"),
  };
}

/** @returns `1 error`, `2 errors`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** @returns what is wrong and what to do, in one line. */
export function sentence({ text, advice }: WordedFinding): string {
  return [text, advice].filter(Boolean).join(" ");
}
