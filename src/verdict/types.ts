import type { ChecklistItem } from "../checks/checklist.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { WordedFinding } from "../findings/finding.ts";
import type { Progress } from "../guide/steps.ts";
import type { SystemReview } from "../review/system.ts";
import type { Family } from "../system/feature-facts.ts";

/** What a report tells of one feature: plain data, which threads hand over and the cache keeps. */
export interface Verdict {
  key: FeatureKey;
  /** The feature's folder, relative to the workspace. */
  folder: string;
  findings: WordedFinding[];
  checklist: ChecklistItem[];
  /** Findings that a comment in the documents suppresses, with its reason. */
  suppressed: number;
  /** Findings that were there when groundplan was adopted. */
  baselined: number;
  /** Entries of the baseline that no longer occur. */
  stale: { file: string; check: string }[];
  /** How many of the workflow's steps are done; absent of what is no feature's design. */
  progress?: Progress | undefined;
  /** The documents that groundplan itself failed over, and that were left out. */
  failed: string[];
  /** The lines that findings are about, by `file:line`. */
  lines: Record<string, string>;
}

/** What contradicts what across features, with the lines that it is about. */
export type AcrossVerdict = SystemReview & Pick<Verdict, "lines">;

/** The facts of a feature, each family on a line of its own: one is judged without reading the others. */
export type PackedFacts = Readonly<Record<Family, string>>;

/** A verdict with what it contributes to the whole, as lines (see `pack.ts`), and what they were made from. */
export interface Checked {
  verdict: string;
  facts: PackedFacts;
  /** Every path, relative to the workspace, that the verdict depends on, there or not. */
  sources: string[];
  /** Not to be kept: what groundplan failed over may be read the next time. */
  failed: boolean;
}
