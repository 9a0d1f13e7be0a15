import { isOpenDrift } from "./compare.ts";
import type { Drift, DriftReport } from "./types.ts";

/** The same design held against the same code in three ways. */
interface Reports {
  /** The design as it is against the code as it is, in the light of what the code was. */
  now: DriftReport;
  /** The same without that light. */
  plain: DriftReport;
  /** The design as it was against the code as it was. */
  before: DriftReport;
}

/**
 * Keeps of a report what has come since the code and the documents were otherwise: what was accepted then, and is no longer, as well. What
 * is designed and has never been built is no difference that came, and what was built and is gone is told as that.
 */
export function driftSince({ now, plain, before }: Reports): DriftReport {
  const known = new Set(before.drifts.map(keyOf));
  const wereAccepted = new Set(before.drifts.filter(({ accepted }) => accepted).map(keyOf));
  const came = now.drifts.filter((drift) => drift.kind !== "not-built" && !known.has(keyOf(drift)));
  const taken = plain.drifts.filter((drift) => !drift.accepted && wereAccepted.has(keyOf(drift)) && drift.kind !== "not-built");
  const told = new Set(came.map(keyOf));
  const drifts = [...came, ...taken.filter((drift) => !told.has(keyOf(drift)))];
  return { state: drifts.some(isOpenDrift) ? "drifted" : now.state === "drifted" ? before.state : now.state, drifts };
}

function keyOf({ kind, text }: Drift): string {
  return `${kind} ${text}`;
}
