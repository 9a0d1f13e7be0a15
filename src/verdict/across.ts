import { lstatSync } from "node:fs";
import { posix } from "node:path";
import { formatKey } from "../feature/key.ts";
import { folderOf } from "../feature/list-features.ts";
import { readText } from "../feature/read-file.ts";
import type { FeatureKey } from "../feature/types.ts";
import { confine, type Workspace } from "../feature/workspace.ts";
import { deadEntries } from "../findings/baseline.ts";
import { reviewFamilies } from "../review/system.ts";
import { byKey } from "../system/build.ts";
import type { Family, JudgedFacts } from "../system/feature-facts.ts";
import { linesAt } from "./check-feature.ts";
import { contextFor } from "./checker.ts";
import { unpackFacts } from "./pack.ts";
import type { AcrossVerdict } from "./types.ts";

/** Gives what is known of a family of an epic's facts: a line for each feature, by their names. */
export type KnownFacts = (epic: string, family: Family) => ReadonlyMap<string, string>;

/** What contradicts what across features, for what it is worth: nothing where facts of a feature are lacking. */
export interface LookAcross {
  across: AcrossVerdict;
  lacking: FeatureKey[];
}

/**
 * Tells what contradicts what across features, one family of their facts after the other: all of thousands of features
 * would fill the memory.
 */
export function checkAcross(workspace: Workspace, keys: readonly FeatureKey[], baseline: boolean, factsOf: KnownFacts): LookAcross {
  const ordered = [...keys].sort((a, b) => byKey(formatKey(a), formatKey(b)));
  const lacking = new Set<FeatureKey>();
  const gather = <Name extends Family>(family: Name): JudgedFacts[Name][] => {
    let known: ReadonlyMap<string, string> = new Map();
    return ordered.flatMap((key, index) => {
      // The features of an epic stand together.
      if (key.epic !== ordered[index - 1]?.epic) known = factsOf(key.epic, family);
      const line = known.get(key.feature);
      if (line === undefined) lacking.add(key);
      return line === undefined ? [] : [unpackFacts(line, family, key)];
    });
  };
  const context = contextFor(workspace, baseline);
  const reviewed = reviewFamilies(gather, context);
  const dead = deadEntries(context.baseline, isGone(workspace, keys));
  const places = reviewed.findings.map(({ place }) => place);
  return {
    across: { ...reviewed, stale: [...reviewed.stale, ...dead], lines: linesAt(places, (file) => readText(workspace, file)?.text) },
    lacking: [...lacking],
  };
}

/** A feature that was renamed or removed has left its entries behind; one that is left out has not. */
function isGone(workspace: Workspace, keys: readonly FeatureKey[]): (file: string) => boolean {
  const folders = new Set(keys.map((key) => folderOf(workspace, key)));
  return (file) => !folders.has(posix.dirname(file)) && file !== workspace.config.overview && !isFolder(workspace, posix.dirname(file));
}

function isFolder(workspace: Workspace, path: string): boolean {
  try {
    return lstatSync(confine(workspace, path), { throwIfNoEntry: false })?.isDirectory() ?? false;
  } catch {
    // A path that leads out of the workspace, or through a link, is nobody's.
    return false;
  }
}
