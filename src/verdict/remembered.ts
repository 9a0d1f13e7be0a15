import { contextPaths } from "../context/paths.ts";
import { formatKey } from "../feature/key.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { readStamps, stampOf } from "./stamps.ts";

/** Something that was made of a feature, with every path that it depends on, besides the context. */
export interface Made<Value> {
  value: Value;
  /** Relative to the workspace, there or not. */
  sources: readonly string[];
}

/** What was made of features since the process began, for as long as nothing has changed that it was made from. */
export interface Remembered<Value> {
  /**
   * Looks at the disk, once for all features that are asked for.
   *
   * @param code a word for the facts of the code, where what is made depends on them
   * @returns gives what is remembered of a feature, or makes it
   */
  now(workspace: Workspace, code?: string): (key: FeatureKey, make: () => Made<Value>) => Value;
}

/** @param Value must not depend on anything but the feature, templates, patterns, words, configuration and baseline */
export function remember<Value>(): Remembered<Value> {
  const known = new Map<string, Made<Value> & { stamp: string }>();
  let made = "";
  return {
    now(workspace, code = "") {
      const stamps = readStamps(workspace.root);
      const context = `${code} ${stampOf(stamps, contextPaths(workspace.config, true))}`;
      if (context !== made) known.clear();
      made = context;
      return (key, make) => {
        const name = formatKey(key);
        const kept = known.get(name);
        if (kept && stamps.ofAll(kept.sources) === kept.stamp) return kept.value;
        const anew = make();
        // What has changed just now may change again within the clock's own grain.
        if (stamps.settled(anew.sources)) known.set(name, { ...anew, stamp: stamps.ofAll(anew.sources) });
        else known.delete(name);
        return anew.value;
      };
    },
  };
}
