import { readFileSync } from "node:fs";
import { CONFIG_FILES } from "../config/find.ts";
import type { FeatureKey } from "../feature/types.ts";
import { confine, type Workspace } from "../feature/workspace.ts";
import { GENERATED, writeGenerated } from "../feature/write-generated.ts";
import type { FeatureFacts } from "../system/feature-facts.ts";
import { digest, readStamps } from "./stamps.ts";
import type { AcrossVerdict, Checked, Verdict } from "./types.ts";

declare const GROUNDPLAN_BUILD: string | undefined;

/** A verdict, and the stamp of what it was made from. */
interface Kept {
  sources: string[];
  stamp: string;
  verdict: Verdict;
}

/** Everything that is kept of one epic. */
interface Shard {
  context: string;
  features: Record<string, Kept>;
}

/** What the features of an epic contribute to the whole; read only where one of all features has changed. */
interface Facts {
  context: string;
  features: Record<string, { stamp: string; facts: FeatureFacts }>;
}

/**
 * What was found before, for as long as nothing has changed that it was made from. A file that is missing, torn, of another
 * version or somebody else's is as good as none: everything in it can be made again.
 */
export interface VerdictCache {
  verdictOf(key: FeatureKey): Verdict | undefined;
  factsOf(key: FeatureKey): FeatureFacts | undefined;
  keep(key: FeatureKey, checked: Checked): void;
  acrossOf(keys: readonly FeatureKey[]): AcrossVerdict | undefined;
  keepAcross(keys: readonly FeatureKey[], across: AcrossVerdict): void;
  /** Writes what is new; a disk that refuses is no reason to fail. */
  save(): void;
}

/** For those who ask for none: it knows nothing, and keeps nothing. */
export const NO_CACHE: VerdictCache = {
  verdictOf: () => undefined,
  factsOf: () => undefined,
  keep: () => {},
  acrossOf: () => undefined,
  keepAcross: () => {},
  save: () => {},
};

const FOLDER = `${GENERATED}/cache`;

/** @param baseline the findings of the baseline are taken out */
export function openCache(workspace: Workspace, baseline: boolean): VerdictCache {
  // Without a build there is no telling whether the rules are still the same.
  if (typeof GROUNDPLAN_BUILD === "undefined") return NO_CACHE;
  const stamps = readStamps(workspace.root);
  const { templates, patterns, baseline: file } = workspace.config;
  const context = digest([
    GROUNDPLAN_BUILD,
    stamps.ofAll([...CONFIG_FILES, ...(baseline ? [file] : [])]),
    stamps.ofFolder(templates),
    stamps.ofFolder(patterns),
  ]);
  const read = <T extends { context: string }>(name: string, none: T): T => {
    const found = readJson(workspace, `${FOLDER}/${name}.json`);
    return isOf<T>(found, context) ? found : none;
  };
  const shards = memo((epic: string) => read<Shard>(epic, { context, features: {} }));
  const facts = memo((epic: string) => read<Facts>(`${epic}.facts`, { context, features: {} }));
  const changed = new Set<string>();
  const keptOf = ({ epic, feature }: FeatureKey): Kept | undefined => {
    const { features } = shards.get(epic);
    const kept = Object.hasOwn(features, feature) ? features[feature] : undefined;
    return kept && stamps.ofAll(kept.sources) === kept.stamp ? kept : undefined;
  };
  const stampOf = (keys: readonly FeatureKey[]) => digest(keys.map((key) => keptOf(key)?.stamp ?? "?"));
  let across: { context: string; stamp: string; review: AcrossVerdict } | undefined;
  return {
    verdictOf: (key) => keptOf(key)?.verdict,
    factsOf: (key) => {
      const own = facts.get(key.epic).features[key.feature];
      return own && own.stamp === keptOf(key)?.stamp ? own.facts : undefined;
    },
    keep: (key, checked) => {
      if (!stamps.settled(checked.sources)) return;
      const stamp = stamps.ofAll(checked.sources);
      shards.get(key.epic).features[key.feature] = { sources: checked.sources, stamp, verdict: checked.verdict };
      facts.get(key.epic).features[key.feature] = { stamp, facts: checked.facts };
      changed.add(key.epic);
    },
    acrossOf: (keys) => {
      const kept = read<{ context: string; stamp: string; review: AcrossVerdict }>("across", { context: "", stamp: "", review: NOTHING });
      return kept.stamp !== "" && kept.stamp === stampOf(keys) ? kept.review : undefined;
    },
    keepAcross: (keys, review) => {
      across = { context, stamp: stampOf(keys), review };
    },
    save: () => {
      try {
        for (const epic of changed) {
          writeJson(workspace, `${FOLDER}/${epic}.json`, shards.get(epic));
          writeJson(workspace, `${FOLDER}/${epic}.facts.json`, facts.get(epic));
        }
        if (across) writeJson(workspace, `${FOLDER}/across.json`, across);
      } catch {
        // The next run does the same work again.
      }
    },
  };
}

const NOTHING: AcrossVerdict = { findings: [], suppressed: 0, baselined: 0, stale: [], lines: {} };

function isOf<T>(found: unknown, context: string): found is T {
  return typeof found === "object" && found !== null && (found as { context?: unknown }).context === context;
}

function readJson(workspace: Workspace, path: string): unknown {
  try {
    const text = readFileSync(confine(workspace, path), "utf8");
    const body = text.slice(text.indexOf("\n") + 1);
    return text.startsWith(`${digest([body])}\n`) ? JSON.parse(body) : undefined;
  } catch {
    return undefined;
  }
}

/** The first line tells whether the rest is whole. */
function writeJson(workspace: Workspace, path: string, value: unknown): void {
  const body = JSON.stringify(value);
  writeGenerated(workspace, path, Buffer.from(`${digest([body])}\n${body}`));
}

function memo<T>(read: (name: string) => T): { get(name: string): T } {
  const known = new Map<string, T>();
  return {
    get: (name) => {
      const value = known.get(name) ?? read(name);
      known.set(name, value);
      return value;
    },
  };
}
