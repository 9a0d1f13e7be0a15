import { loadContext } from "../context/load.ts";
import type { Context } from "../context/types.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { checkFeature } from "./check-feature.ts";
import type { Checked } from "./types.ts";

/** What features are checked against. @param baseline take out the findings of the baseline */
export function contextFor({ root, config }: Workspace, baseline: boolean): Context {
  return loadContext(root, config, baseline);
}

/** @returns checks one feature after the other */
export function checkerFor(workspace: Workspace, baseline: boolean): (key: FeatureKey) => Checked {
  const context = contextFor(workspace, baseline);
  return (key) => checkFeature(workspace, context, key);
}
