import type { FeatureKey } from "../feature/types.ts";
import type { Family } from "../system/feature-facts.ts";
import type { VerdictCache } from "./cache.ts";
import type { Checked } from "./types.ts";

/** What is found of features, as it comes in. */
export interface Collected {
  /** @returns how many there are now */
  add(key: FeatureKey, checked: Checked): number;
  /** @returns the verdict that was added, as one line; none where the cache has taken it */
  verdictOf(key: FeatureKey): string | undefined;
  /** @returns a family of the facts of an epic that are still in memory, by the names of features; none where the cache has taken them */
  factsOf(epic: string, family: Family): ReadonlyMap<string, string>;
}

/**
 * Keeps what is found, epic by epic: an epic that is complete is written to the cache, so that what is found of thousands
 * of features need not be in memory at once.
 *
 * @param expected the features that will be added
 */
export function collect(expected: readonly FeatureKey[], cache: VerdictCache): Collected {
  const open = new Map<string, number>();
  for (const { epic } of expected) open.set(epic, (open.get(epic) ?? 0) + 1);
  const epics = new Map<string, Map<string, Checked>>();
  let count = 0;
  return {
    add: (key, checked) => {
      const { epic, feature } = key;
      const known = epics.get(epic) ?? new Map<string, Checked>();
      epics.set(epic, known.set(feature, checked));
      const isWhole = known.size === open.get(epic) && ![...known.values()].some(({ failed }) => failed);
      if (isWhole && cache.keep(epic, known)) epics.delete(epic);
      count += 1;
      return count;
    },
    verdictOf: ({ epic, feature }) => epics.get(epic)?.get(feature)?.verdict,
    factsOf: (epic, family) => new Map([...(epics.get(epic) ?? [])].map(([name, { facts }]) => [name, facts[family]])),
  };
}
