import { formatKey } from "../feature/key.ts";
import { readText } from "../feature/read-file.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { reviewFamilies } from "../review-system.ts";
import { byKey } from "../system/build.ts";
import type { Family, JudgedFacts } from "../system/feature-facts.ts";
import { contextFor } from "./anew.ts";
import { checkFeature, linesAt } from "./make.ts";
import { type PackedFacts, unpackFacts } from "./pack.ts";
import type { AcrossVerdict } from "./types.ts";

/** Gives what is known of a family of an epic's facts: a line for each feature, by their names. */
export type KnownFacts = (epic: string, family: Family) => ReadonlyMap<string, string>;

/**
 * Tells what contradicts what across features, one family of their facts after the other: all of thousands of features
 * would fill the memory.
 *
 * @param factsOf what is known; a feature of which nothing is known is read
 */
export function checkAcross(workspace: Workspace, keys: readonly FeatureKey[], baseline: boolean, factsOf: KnownFacts): AcrossVerdict {
  const context = contextFor(workspace, baseline);
  const ordered = [...keys].sort((a, b) => byKey(formatKey(a), formatKey(b)));
  const read = new Map<FeatureKey, PackedFacts>();
  const readAnew = (key: FeatureKey) => {
    const facts = read.get(key) ?? checkFeature(workspace, context, key).facts;
    read.set(key, facts);
    return facts;
  };
  const gather = <Name extends Family>(family: Name): JudgedFacts[Name][] => {
    let known: ReadonlyMap<string, string> = new Map();
    return ordered.map((key, index) => {
      // The features of an epic stand together.
      if (key.epic !== ordered[index - 1]?.epic) known = factsOf(key.epic, family);
      return unpackFacts(known.get(key.feature) ?? readAnew(key)[family], family, key);
    });
  };
  const reviewed = reviewFamilies(gather, context);
  const places = reviewed.findings.map(({ place }) => place);
  return { ...reviewed, lines: linesAt(places, (file) => readText(workspace, file)?.text) };
}
