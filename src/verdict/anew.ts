import { NO_BASELINE } from "../baseline.ts";
import { loadContext } from "../context/load.ts";
import type { Context } from "../context/types.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { checkFeature } from "./make.ts";
import type { Checked } from "./types.ts";

/** What features are checked against. @param baseline take out the findings of the baseline */
export function contextFor({ root, config }: Workspace, baseline: boolean): Context {
  const context = loadContext(root, config);
  return baseline ? context : { ...context, baseline: NO_BASELINE };
}

/** Checks features one after the other. @param found called with each */
export function checkEach(
  workspace: Workspace,
  keys: readonly FeatureKey[],
  baseline: boolean,
  found: (key: FeatureKey, checked: Checked) => void,
): void {
  const context = contextFor(workspace, baseline);
  for (const key of keys) found(key, checkFeature(workspace, context, key));
}
