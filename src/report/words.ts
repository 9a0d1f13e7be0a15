import type { WordedFinding } from "../findings/finding.ts";
import type { Verdict } from "../verdict/types.ts";

/** After so many steps both documents stand; what is only begun is told by its findings. */
const BOTH_STAND = 3;
/** More than these are listed by `groundplan status`. */
const MOST_OPEN = 5;

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

/**
 * @returns of the designs without an error that are not finished, what is open: that nothing is found in their documents is no
 *   promise that each gate of the workflow is open
 */
export function unfinished(reviews: readonly Verdict[]): string[] {
  const open = reviews.filter(
    ({ progress, findings }) =>
      progress && progress.next !== "finished" && progress.done >= BOTH_STAND && findings.every(({ severity }) => severity !== "error"),
  );
  const told = open.slice(0, MOST_OPEN).map(({ key, progress }) => {
    const { done = 0, next = "", open: reasons = 0 } = progress ?? {};
    return `${key.epic}/${key.feature}: ${done} of 7 steps are done; next is ${next}, where ${count(reasons, "thing")} ${reasons === 1 ? "is" : "are"} open`;
  });
  return open.length > MOST_OPEN ? [...told, `and ${count(open.length - MOST_OPEN, "further feature")} not finished`] : told;
}

/** @returns what is wrong and what to do, in one line. */
export function sentence({ text, advice }: WordedFinding): string {
  return [text, advice].filter(Boolean).join(" ");
}
