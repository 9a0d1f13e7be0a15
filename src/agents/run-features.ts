import { type FeatureKey, formatKey, KnownError } from "../core.ts";
import type { Run } from "./feature-run.ts";
import { type FeatureOptions, type FeatureResult, generateFeature } from "./generate-feature.ts";

/** Mistakes that concern one feature; the others go on. Every other one ends the run. */
const OWN = new Set(["no-prd", "interfaces", "running", "no-feature", "not-started", "cannot-write", "stale-revision", "busy"]);

/**
 * Writes many features, some of them at the same time.
 *
 * @throws KnownError where the run as a whole cannot go on: all that was begun has come to its end by then
 */
export async function runFeatures(
  run: Run,
  keys: readonly FeatureKey[],
  options: FeatureOptions,
  concurrency: number,
): Promise<FeatureResult[]> {
  const results = new Map<FeatureKey, FeatureResult>();
  const waiting = [...keys];
  let ended: unknown;
  const work = async () => {
    for (let key = waiting.shift(); key && ended === undefined; key = waiting.shift()) {
      try {
        results.set(key, await generateFeature(run, key, options));
      } catch (thrown) {
        if (thrown instanceof KnownError && OWN.has(thrown.code) && keys.length > 1) results.set(key, notBegun(run, key, thrown));
        else ended ??= thrown;
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(concurrency, keys.length) }, work));
  if (ended !== undefined) throw ended;
  return keys.flatMap((key) => results.get(key) ?? []);
}

function notBegun(run: Run, key: FeatureKey, { message, advice }: KnownError): FeatureResult {
  const open = [`${message}. ${advice}`];
  run.notify({ event: "feature-done", feature: formatKey(key), finished: false, open });
  return { key, finished: false, open };
}
