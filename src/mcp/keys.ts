import {
  confine,
  documentsOf,
  exists,
  type FeatureKey,
  folderOf,
  isKey,
  keyToBegin,
  listFeatures,
  meantFeature,
  sameFeature,
  type Workspace,
  whenFree,
} from "../core.ts";

/** A feature as an assistant names it. */
interface Named {
  epic: string;
  feature: string;
}

/**
 * @returns the feature that is meant: assistants shorten keys, and write them in other capitals
 * @throws KnownError `key`, `target`, `unknown-feature`
 */
export function meantKey(workspace: Workspace, { epic, feature }: Named): FeatureKey {
  const all = listFeatures(workspace);
  const given = { epic: epic.trim(), feature: feature.trim() };
  // What the configuration leaves out of lists can be asked for, and a link in a feature's place is no way to one with a longer name.
  return sameFeature(all, epic, feature) ?? (isThere(workspace, given) ? given : meantFeature(all, epic, feature));
}

function isThere(workspace: Workspace, { epic, feature }: FeatureKey): boolean {
  return isKey(epic) && isKey(feature) && exists(workspace, folderOf(workspace, { epic, feature }));
}

/** Waits for other processes that write the feature: who only reads is served meanwhile. @throws KnownError `busy`; the signal's reason */
export async function whenWritable(workspace: Workspace, key: FeatureKey, signal: AbortSignal): Promise<void> {
  for (const file of documentsOf(workspace, key)) await whenFree(confine(workspace, file), signal);
}

/** @returns as {@link meantKey}, for one that may not be there yet. @throws KnownError `key`, `target`, `twin` */
export function beginningKey(workspace: Workspace, { epic, feature }: Named): FeatureKey {
  return keyToBegin(listFeatures(workspace), epic, feature);
}

/** @returns what to say first where the key that was meant is not the one that was given. */
export function tellMeant({ epic, feature }: Named, key: FeatureKey): string {
  return epic === key.epic && feature === key.feature ? "" : `The feature is ${key.epic}/${key.feature}.\n`;
}
