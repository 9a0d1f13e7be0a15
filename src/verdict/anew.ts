import { NO_BASELINE } from "../baseline.ts";
import { loadContext } from "../context/load.ts";
import type { Context } from "../context/types.ts";
import { readText } from "../feature/read-file.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { reviewSystem } from "../review-system.ts";
import { checkFeature, linesAt } from "./make.ts";
import { unpackFacts } from "./pack.ts";
import type { AcrossVerdict, Checked } from "./types.ts";

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

/**
 * Tells what contradicts what across features.
 *
 * @param factsOf gives what is known of the features of an epic, by their names; what is not is read
 */
export function checkAcross(
  workspace: Workspace,
  keys: readonly FeatureKey[],
  baseline: boolean,
  factsOf: (epic: string) => ReadonlyMap<string, string>,
): AcrossVerdict {
  const context = contextFor(workspace, baseline);
  let known: ReadonlyMap<string, string> = new Map();
  const facts = keys.map((key, index) => {
    // The features of an epic stand together.
    if (key.epic !== keys[index - 1]?.epic) known = factsOf(key.epic);
    return unpackFacts(known.get(key.feature) ?? checkFeature(workspace, context, key).facts, key);
  });
  const reviewed = reviewSystem(facts, context);
  const places = reviewed.findings.map(({ place }) => place);
  return { ...reviewed, lines: linesAt(places, (file) => readText(workspace, file)?.text) };
}
