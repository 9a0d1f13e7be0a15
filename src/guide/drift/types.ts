import type { Model } from "../../model/types.ts";
import type { Survey } from "../../survey/types.ts";

/** What the difference between a design and the code is. */
export type DriftKind =
  /** It is designed, and the code has nothing like it. */
  | "not-built"
  /** It was built, and the code has it no longer. */
  | "removed"
  | "built-otherwise"
  /** The code has it beside what was designed, and no design names it. */
  | "not-designed"
  /** A research report says that the code has it. */
  | "input-without-code"
  /** A line of the code that a research report links has changed since the report was made. */
  | "stale-input";

/** A line of a document or of the code. */
export interface LineOf {
  file: string;
  line: number;
}

/** One thing that the design and the code have otherwise. */
export interface Drift {
  kind: DriftKind;
  /** What differs: an endpoint, a command, a field, a code. */
  subject: string;
  text: string;
  /** Where the design says it. */
  design: LineOf;
  /** Where the code has it; none where nothing is built. */
  code?: LineOf;
  /** Accepted in the document: its part on departures names it, with a reason. */
  accepted: boolean;
  /** The code itself says so, by a command that it registers or a contract that lies beside it; else it was read from the source. */
  certain: boolean;
}

/** A difference, with the names by which a departure speaks of it. */
export type Found = Omit<Drift, "accepted"> & { names: readonly string[] };

/** How far a design is built. */
export type DriftState = "designed" | "partly built" | "built" | "drifted";

export interface DriftReport {
  state: DriftState;
  drifts: Drift[];
}

/** What a design is held against. */
export interface Ground {
  survey: Survey;
  /** The code as it was before, where only what came since counts. */
  past?: Survey | undefined;
  /** @returns whether a line of the code was there before a document was; what was there first is no other name for what it designs */
  isOlder?(code: LineOf, document: string): boolean;
  /** The interfaces of all designs, in the form in which names are compared: what one of them has is no surprise to another. */
  designed?(): ReadonlySet<string>;
}

/** What each part of a design's comparison sees. */
export interface Compared extends Ground {
  model: Model;
}

/** What one kind of interface came to. */
export interface Outcome {
  found: Found[];
  designed: number;
  built: number;
}
