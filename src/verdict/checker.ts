import { loadContext } from "../context/load.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import type { Known } from "../model/types.ts";
import type { Survey } from "../survey/types.ts";
import { checkFeature } from "./check-feature.ts";
import type { Checked } from "./types.ts";

/**
 * What features are checked against.
 *
 * @param baseline take out the findings of the baseline
 * @param survey the facts of the code, where there is some
 */
export function contextFor({ root, config }: Workspace, baseline: boolean, survey?: Survey): Known {
  return { ...loadContext(root, config, baseline), ...(survey && { survey }) };
}

/** @returns checks one feature after the other */
export function checkerFor(workspace: Workspace, baseline: boolean, survey?: Survey): (key: FeatureKey) => Checked {
  const context = contextFor(workspace, baseline, survey);
  return (key) => checkFeature(workspace, context, key);
}
