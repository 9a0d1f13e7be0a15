import type { FeatureKey } from "../feature/types.ts";
import type { Family } from "../system/feature-facts.ts";
import type { VerdictCache } from "./cache.ts";
import type { PackedFacts } from "./pack.ts";
import type { Checked } from "./types.ts";

/** What is found of features, as it comes in. */
export interface Collected {
  /** @returns how many there are now */
  add(key: FeatureKey, checked: Checked): number;
  /** @returns the verdict that was added, as one line */
  verdictOf(key: FeatureKey): string;
  /** @returns a family of the facts of an epic that are still in memory, by the names of features; none where the cache has taken them */
  factsOf(epic: string, family: Family): ReadonlyMap<string, string>;
}

/**
 * Keeps what is found, epic by epic: an epic that is complete is written to the cache, so that the facts of thousands of
 * features need not be in memory at once.
 *
 * @param expected the features that will be added
 */
export function collect(expected: readonly FeatureKey[], cache: VerdictCache): Collected {
  const open = new Map<string, number>();
  for (const { epic } of expected) open.set(epic, (open.get(epic) ?? 0) + 1);
  const facts = new Map<string, Map<string, PackedFacts>>();
  const waiting = new Map<string, Map<string, Checked>>();
  const verdicts = new Map<FeatureKey, string>();
  const close = (epic: string, checked: ReadonlyMap<string, Checked>) => {
    waiting.delete(epic);
    if (!cache.keep(epic, checked)) facts.set(epic, new Map([...checked].map(([name, { facts: own }]) => [name, own])));
  };
  return {
    add: (key, checked) => {
      const { epic, feature } = key;
      const known = waiting.get(epic) ?? new Map<string, Checked>();
      waiting.set(epic, known.set(feature, checked));
      verdicts.set(key, checked.verdict);
      if (known.size === open.get(epic)) close(epic, known);
      return verdicts.size;
    },
    verdictOf: (key) => verdicts.get(key) ?? "",
    factsOf: (epic, family) => new Map([...(facts.get(epic) ?? [])].map(([name, own]) => [name, own[family]])),
  };
}
