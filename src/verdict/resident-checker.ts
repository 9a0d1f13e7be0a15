import { readFeature } from "../feature/read-feature.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { review } from "../review/feature.ts";
import type { Survey } from "../survey/types.ts";
import { verdictOf } from "./check-feature.ts";
import { contextFor } from "./checker.ts";
import type { Verdict } from "./types.ts";

/**
 * For somebody who waits: loads templates and patterns once, so that a feature is checked in milliseconds.
 *
 * @param baseline take out the findings of the baseline
 * @param survey the facts of the code, where there is some
 * @returns checks one feature as it stands on the disk now; throws KnownError (`no-feature`) where it is gone
 */
export function residentChecker(workspace: Workspace, baseline: boolean, survey?: Survey): (key: FeatureKey) => Verdict {
  const context = contextFor(workspace, baseline, survey);
  return (key) => verdictOf(review(readFeature(workspace, key), context));
}
