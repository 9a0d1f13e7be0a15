import {
  confine,
  documentsOf,
  exists,
  type FeatureKey,
  folderOf,
  isKey,
  KnownError,
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

/** A name as people give it: words, what joins them in a key, and no mark that ends a sentence or begins another one. */
const PLAIN_NAME = /^[\p{L}\p{N}\p{M}]+(?:[-_.&+' ][\p{L}\p{N}\p{M}]+)*$/u;
const MOST_WORDS = 8;

/**
 * A prompt's words are instructions, so that a name in them is one that is there, or at least reads as no instruction.
 *
 * @returns as {@link beginningKey}
 * @throws KnownError `key` for a sentence in the place of a name as well
 */
export function promptedKey(workspace: Workspace, given: Named): FeatureKey {
  const key = beginningKey(workspace, given);
  const all = listFeatures(workspace);
  for (const what of ["epic", "feature"] as const) {
    const name = key[what];
    const isPlain = PLAIN_NAME.test(name) && name.split(" ").length <= MOST_WORDS;
    if (isPlain || all.some((other) => other[what] === name)) continue;
    throw new KnownError(
      "key",
      `unexpected ${what} key ${JSON.stringify(name.slice(0, 60))}`,
      `A prompt takes the name of ${what === "epic" ? "an epic" : "a feature"} that exists, or a new one of at most ${MOST_WORDS} words without punctuation, such as E01-F02-order-refunds.`,
    );
  }
  return key;
}

/** @returns what to say first where the key that was meant is not the one that was given. */
export function tellMeant({ epic, feature }: Named, key: FeatureKey): string {
  return epic === key.epic && feature === key.feature ? "" : `The feature is ${key.epic}/${key.feature}.\n`;
}
