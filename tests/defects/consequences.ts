import type { Mutant, Operator } from "./types.ts";

/** What follows from every defect that a check is meant for, whatever the operator: checks, or `check/message`. */
const FOLLOWS: Readonly<Record<string, readonly string[]>> = {};

/** @returns all that may be reported beside what is expected, as checks or `check/message`. */
export function explanations(operator: Operator, mutant: Mutant): Set<string> {
  return new Set([...(FOLLOWS[operator.check] ?? []), ...operator.alsoExpected, ...(mutant.alsoExpected ?? [])]);
}
