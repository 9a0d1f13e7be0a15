import { expect } from "vitest";

/**
 * Far more than any machine needs for what comes to an end, however busy it is, and far less than what grows with the square or worse
 * takes: how fast a machine is decides no test.
 */
const BOUND_MS = 60_000;

/** Does something that must come to an end. @returns what it gives */
export function bounded<Result>(work: () => Result): Result {
  const began = performance.now();
  const result = work();
  expect(performance.now() - began).toBeLessThan(BOUND_MS);
  return result;
}
