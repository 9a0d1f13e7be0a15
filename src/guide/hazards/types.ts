import type { Place } from "../../model/types.ts";

export const HAZARD_KINDS = [
  "unknown-outcome",
  "repeated-notice",
  "expiring-hold",
  "concurrent-writers",
  "repeated-request",
  "transitions",
  "breaker",
  "interrupted-work",
  "partial-file",
  "overlapping-runs",
  "stale-copy",
  "release-day",
] as const;
type HazardKind = (typeof HAZARD_KINDS)[number];

/** Something that goes wrong in production, asked of this design by its own names. */
export interface Hazard {
  kind: HazardKind;
  question: string;
  /** What of the design gives rise to it. */
  place: Place;
  /** Where the design deals with it; absent while it does not. */
  answer?: Place;
}

/** A hazard, and what a passage must speak of to deal with it. */
export interface Asked {
  kind: HazardKind;
  question: string;
  place: Place;
  /** A passage is about it where it, or what it stands under, has one of these names; without any, each passage is. */
  subjects: readonly string[];
  /** Words one of which a passage says that deals with it. */
  words: readonly string[];
}
