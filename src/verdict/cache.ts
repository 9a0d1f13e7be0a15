import { contextPaths } from "../context/paths.ts";
import { userSecret } from "../disk/user-secret.ts";
import { documentsOf, folderOf } from "../feature/list-features.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import type { Family } from "../system/feature-facts.ts";
import type { Entry } from "./entry.ts";
import { unpackAcross } from "./pack.ts";
import { openShards } from "./shard.ts";
import { digest, readStamps, stampOf as stampOfPaths } from "./stamps.ts";
import type { AcrossVerdict, Checked } from "./types.ts";

declare const GROUNDPLAN_BUILD: string | undefined;

/** What was found before, for as long as nothing has changed that it was made from. */
export interface VerdictCache {
  /** @returns the feature's verdict, as one line */
  verdictOf(key: FeatureKey): string | undefined;
  /** @returns a family of what the features of an epic contribute to the whole, each as one line, by their names */
  factsOf(epic: string, family: Family): ReadonlyMap<string, string>;
  /** Keeps what was found of features of one epic. @returns whether the disk has taken it */
  keep(epic: string, checked: ReadonlyMap<string, Checked>): boolean;
  acrossOf(keys: readonly FeatureKey[]): AcrossVerdict | undefined;
  keepAcross(keys: readonly FeatureKey[], across: AcrossVerdict): void;
  /** Takes away all that is kept. */
  forget(): void;
}

/** For those who ask for none: it knows nothing, and keeps nothing. */
export const NO_CACHE: VerdictCache = {
  verdictOf: () => undefined,
  factsOf: () => new Map(),
  keep: () => false,
  acrossOf: () => undefined,
  keepAcross: () => {},
  forget: () => {},
};

const ACROSS = "across";

/**
 * @param baseline the findings of the baseline are taken out
 * @param code a word for the facts of the code that features are held against; none where there is no code
 * @param secret marks what is kept; none: nothing is
 */
export function openCache(workspace: Workspace, baseline: boolean, code = "", secret = userSecret(workspace.root)): VerdictCache {
  // Without a build there is no telling whether the rules are still the same.
  if (typeof GROUNDPLAN_BUILD === "undefined" || secret === undefined) return NO_CACHE;
  const stamps = readStamps(workspace.root);
  const context = digest([GROUNDPLAN_BUILD, code, stampOfPaths(stamps, contextPaths(workspace.config, baseline))]);
  // A verdict that does not depend on the feature's own folder and documents is none of that feature.
  const ownOf = (key: FeatureKey) => [folderOf(workspace, key), ...documentsOf(workspace, key)];
  const isFresh = (epic: string, { name, sources, stamp }: Entry) =>
    ownOf({ epic, feature: name }).every((file) => sources.includes(file)) && stamps.ofAll(sources) === stamp;
  const shards = openShards(workspace, context, secret);
  const known = new Map<string, Map<string, Entry>>();
  const shardOf = (epic: string): Map<string, Entry> => {
    const shard = known.get(epic) ?? byName(shards.read(`${epic}.verdicts`).filter((entry) => isFresh(epic, entry)));
    known.set(epic, shard);
    return shard;
  };
  const stampOf = (keys: readonly FeatureKey[]) => digest(keys.map(({ epic, feature }) => shardOf(epic).get(feature)?.stamp ?? "?"));
  return {
    verdictOf: ({ epic, feature }) => shardOf(epic).get(feature)?.line,
    factsOf: (epic, family) => {
      const fresh = shards.read(`${epic}.${family}`).filter(({ name, stamp }) => shardOf(epic).get(name)?.stamp === stamp);
      return new Map(fresh.map(({ name, line }) => [name, line]));
    },
    keep: (epic, checked) => {
      const settled = [...checked].filter(([, { sources }]) => stamps.settled(sources));
      if (settled.length === 0) return false;
      const shard = shardOf(epic);
      const families = new Map<string, Map<string, Entry>>();
      for (const [name, { sources, verdict, facts }] of settled) {
        const stamp = stamps.ofAll(sources);
        shard.set(name, { name, stamp, sources, line: verdict });
        for (const [family, line] of Object.entries(facts)) {
          const own = families.get(family) ?? byName(shards.read(`${epic}.${family}`));
          families.set(family, own.set(name, { name, stamp, sources: [], line }));
        }
      }
      const isKept = ({ name, stamp }: Entry) => shard.get(name)?.stamp === stamp;
      const written = attempt(() => {
        // Last the verdicts, by which a feature counts as kept: a run that is killed in between leaves none without its facts.
        for (const [family, entries] of families) shards.write(`${epic}.${family}`, [...entries.values()].filter(isKept));
        shards.write(`${epic}.verdicts`, [...shard.values()]);
      });
      // What the disk has is read again when it is asked for.
      if (written) known.delete(epic);
      return written && settled.length === checked.size;
    },
    acrossOf: (keys) => {
      const [kept] = shards.read(ACROSS);
      return kept && kept.stamp === stampOf(keys) ? unpackAcross(kept.line) : undefined;
    },
    keepAcross: (keys, across) => {
      const stamp = stampOf(keys);
      attempt(() => shards.write(ACROSS, [{ name: ACROSS, stamp, sources: [], line: JSON.stringify(across) }]));
    },
    forget: () => {
      attempt(shards.clear);
    },
  };
}

function byName(entries: readonly Entry[]): Map<string, Entry> {
  return new Map(entries.map((entry) => [entry.name, entry]));
}

/** A disk that refuses is no reason to fail: the next run does the same work again. */
function attempt(write: () => void): boolean {
  try {
    write();
    return true;
  } catch {
    return false;
  }
}
