import { availableParallelism } from "node:os";
import { setImmediate } from "node:timers/promises";
import type { FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import type { Surveyed } from "../survey/types.ts";
import type { Family } from "../system/feature-facts.ts";
import { NO_CACHE, openCache, type VerdictCache } from "./cache.ts";
import { collect } from "./collect.ts";
import { Senseless, unpackVerdict } from "./pack.ts";
import { checkInThreads } from "./threads.ts";
import type { AcrossVerdict, Checked, Verdict } from "./types.ts";

export interface CheckPlan {
  /** Take out the findings of the baseline. */
  baseline: boolean;
  /** Also tell what contradicts what across the features. */
  across: boolean;
  /** Use what was found before, and keep what is found now. */
  cache: boolean;
  /** The code of the workspace, where there is some. */
  code?: Surveyed | undefined;
  /** Called after each feature that had to be read. */
  onChecked?(done: number, all: number): void;
}

export interface CheckedFeatures {
  verdicts: Verdict[];
  across?: AcrossVerdict;
}

/** Below this number of features, threads cost more than they bring. */
const WORTHWHILE = 60;
const MOST_THREADS = 8;

/**
 * Checks features: those that have not changed since the last time from what is kept, the others by reading and
 * reviewing them, in several threads where they are many. What is told is the same in each of these ways.
 *
 * @returns the verdicts, in the order of the keys
 */
export async function checkFeatures(workspace: Workspace, keys: readonly FeatureKey[], plan: CheckPlan): Promise<CheckedFeatures> {
  const cache = plan.cache ? openCache(workspace, plan.baseline, plan.code?.digest) : NO_CACHE;
  try {
    return await checkWith(cache, workspace, keys, plan);
  } catch (thrown) {
    if (!(thrown instanceof Senseless)) throw thrown;
    // Somebody else has written into the cache: nothing in it is to be trusted.
    cache.forget();
    return checkWith(NO_CACHE, workspace, keys, plan);
  }
}

async function checkWith(
  cache: VerdictCache,
  workspace: Workspace,
  keys: readonly FeatureKey[],
  plan: CheckPlan,
): Promise<CheckedFeatures> {
  const missing = keys.filter((key) => cache.verdictOf(key) === undefined);
  const fresh = collect(missing, cache);
  await checkAnew(workspace, missing, plan, (key, checked) => {
    const done = fresh.add(key, checked);
    plan.onChecked?.(done, missing.length);
  });
  // First what needs much memory for a moment.
  const across = plan.across ? await lookAcross() : undefined;
  const verdictOf = (key: FeatureKey) => fresh.verdictOf(key) ?? cache.verdictOf(key);
  // What was kept a moment ago is gone where somebody else has made room for his own.
  const lost = keys.filter((key) => verdictOf(key) === undefined);
  const again = collect(lost, NO_CACHE);
  await checkAnew(workspace, lost, plan, again.add);
  const verdicts = keys.map((key) => unpackVerdict(verdictOf(key) ?? (again.verdictOf(key) as string), key));
  return { verdicts, ...(across && { across }) };

  async function lookAcross(): Promise<AcrossVerdict> {
    const kept = missing.length === 0 ? cache.acrossOf(keys) : undefined;
    if (kept) return kept;
    const { checkAcross } = await import("./across.ts");
    const known = [cache, fresh];
    const factsOf = (epic: string, family: Family) => new Map(known.flatMap((from) => [...from.factsOf(epic, family)]));
    const look = () => checkAcross(workspace, keys, plan.baseline, factsOf);
    const { across, lacking } = look();
    if (lacking.length > 0) {
      // Their verdicts are kept and their facts are not: a file of the cache is gone, or another run has written over it.
      const [again, healed] = [collect(lacking, NO_CACHE), collect(lacking, cache)];
      await checkAnew(workspace, lacking, plan, (key, checked) => {
        again.add(key, checked);
        healed.add(key, checked);
      });
      known.push(again);
      return look().across;
    }
    // What was made from a file that has changed meanwhile is not kept, and so is nothing that is made from it.
    if (missing.every((key) => fresh.verdictOf(key) === undefined)) cache.keepAcross(keys, across);
    return across;
  }
}

/** What checks is loaded only where something is to be checked: where nothing has changed, that takes longer than all else. */
async function checkAnew(
  workspace: Workspace,
  keys: readonly FeatureKey[],
  { baseline, code }: CheckPlan,
  found: (key: FeatureKey, checked: Checked) => void,
): Promise<void> {
  if (keys.length === 0) return;
  const check = (await import("./checker.ts")).checkerFor(workspace, baseline, code?.survey);
  const threads = keys.length < WORTHWHILE ? 1 : Math.min(availableParallelism(), MOST_THREADS);
  if (threads > 1) return checkInThreads({ workspace, baseline, ...(code && { survey: code.survey }) }, keys, threads, check, found);
  for (const key of keys) {
    found(key, check(key));
    // What the parser has lent is given back between two turns of the loop.
    await setImmediate();
  }
}
