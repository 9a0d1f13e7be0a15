import { type FeatureKey, type Known, type Review, readFeature, review, type Workspace } from "../core.ts";
import { tellFailed } from "./defect.ts";
import type { ExitStatus, Io } from "./io.ts";

/** Reviews features for a command, and minds what groundplan itself failed over. */
export interface Reviewer {
  review(key: FeatureKey): Review;
  /** @returns the exit status of a command, which is 3 where a document had to be left out: that is told once */
  status(own: ExitStatus): ExitStatus;
}

export function reviewerOf(workspace: Workspace, context: Known, io: Io): Reviewer {
  const failed = new Set<string>();
  return {
    review(key) {
      const reviewed = review(readFeature(workspace, key), context);
      for (const file of reviewed.failed) failed.add(file);
      return reviewed;
    },
    status: (own) => tellFailed([...failed], io, own),
  };
}
