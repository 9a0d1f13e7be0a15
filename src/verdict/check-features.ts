import { availableParallelism } from "node:os";
import { NO_BASELINE } from "../baseline.ts";
import { loadContext } from "../context/load.ts";
import { readText } from "../feature/read-file.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { reviewSystem } from "../review-system.ts";
import type { FeatureFacts } from "../system/feature-facts.ts";
import { NO_CACHE, openCache } from "./cache.ts";
import { checkFeature, linesAt } from "./make.ts";
import { checkInThreads } from "./threads.ts";
import type { AcrossVerdict, Checked, Verdict } from "./types.ts";

export interface CheckPlan {
  /** Take out the findings of the baseline. */
  baseline: boolean;
  /** Also tell what contradicts what across the features. */
  across: boolean;
  /** Use what was found before, and keep what is found now. */
  cache: boolean;
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
  const cache = plan.cache ? openCache(workspace, plan.baseline) : NO_CACHE;
  const known = keys.map((key) => cache.verdictOf(key));
  const fresh = new Map<FeatureKey, Checked>();
  const missing = keys.filter((_, index) => known[index] === undefined);
  await checkAnew(workspace, missing, plan, (key, checked) => {
    fresh.set(key, checked);
    cache.keep(key, checked);
    plan.onChecked?.(fresh.size, missing.length);
  });
  const verdicts = keys.map((key, index) => known[index] ?? (fresh.get(key) as Checked).verdict);
  const across = plan.across ? lookAcross() : undefined;
  cache.save();
  return { verdicts, ...(across && { across }) };

  function lookAcross(): AcrossVerdict {
    const kept = missing.length === 0 ? cache.acrossOf(keys) : undefined;
    if (kept) return kept;
    const context = contextOf(workspace, plan);
    const facts = keys.map(
      (key): FeatureFacts => fresh.get(key)?.facts ?? cache.factsOf(key) ?? checkFeature(workspace, context, key).facts,
    );
    const reviewed = reviewSystem(facts, context);
    const places = reviewed.findings.map(({ place }) => place);
    const across = { ...reviewed, lines: linesAt(places, (file) => readText(workspace, file)?.text) };
    cache.keepAcross(keys, across);
    return across;
  }
}

async function checkAnew(
  workspace: Workspace,
  keys: readonly FeatureKey[],
  plan: CheckPlan,
  found: (key: FeatureKey, checked: Checked) => void,
): Promise<void> {
  const threads = Math.min(availableParallelism(), MOST_THREADS);
  if (keys.length >= WORTHWHILE && threads > 1) return checkInThreads({ workspace, baseline: plan.baseline }, keys, threads, found);
  if (keys.length === 0) return;
  const context = contextOf(workspace, plan);
  for (const key of keys) found(key, checkFeature(workspace, context, key));
}

function contextOf({ root, config }: Workspace, { baseline }: Pick<CheckPlan, "baseline">) {
  const context = loadContext(root, config);
  return baseline ? context : { ...context, baseline: NO_BASELINE };
}
