import type { OutputKind } from "../../../src/core.ts";

/** Why an author had to write a passage anew. */
export type Cause = "contradiction" | "gap" | "form";

/** A passage of a finished design as the author first sent it. */
export interface Slip {
  in: OutputKind;
  cause: Cause;
  /** As it stands in the finished document, once. */
  final: string;
  draft: string;
  /** Words of an answer that tell of it, where the finding stands elsewhere than in the passage. */
  told?: string;
}

/** What an assistant did to design one feature. */
export interface Dialogue {
  /** The folder of the feature in the workspace. */
  folder: string;
  /** Where its inputs and the design that came of it stand, where that is elsewhere. */
  source?: string;
  epic: string;
  feature: string;
  /** What was looked up before writing. */
  looks: readonly (readonly [tool: string, input: Record<string, unknown>])[];
  slips: readonly Slip[];
}

/** What a dialogue came to. */
export interface Outcome {
  calls: Map<string, { calls: number; read: number }>;
  /** In tokens: characters by four. What a client reads at the start is among it. */
  read: number;
  /** In characters. */
  written: number;
  kept: number;
  /** Passages written anew, by cause. */
  rewrites: Record<Cause, number>;
  /** What the author had sent wrongly and no answer told. */
  untold: Slip[];
  /** Why it did not come to its end. */
  stuck?: string;
}
