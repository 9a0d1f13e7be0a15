import { existsSync, watch } from "node:fs";
import { join } from "node:path";
import {
  contextPaths,
  type FeatureKey,
  folderOf,
  KnownError,
  residentChecker,
  type Survey,
  type Verdict,
  type Workspace,
} from "../../core.ts";

/** Saves of one edit come in bursts. */
const SETTLED_MS = 15;
/** After this pause nobody is typing: time to look at everything. */
const CALM_MS = 700;

/** What features are held against. */
export interface Against {
  /** Take out the findings of the baseline. */
  baseline: boolean;
  /** The facts of the code, as they were when the watch began. */
  survey?: Survey | undefined;
}

/** What to do when something has changed. */
export interface Reactions {
  /** Called at once with the features whose documents have changed, as they are now. */
  some(verdicts: readonly Verdict[]): void;
  /** Called when it has been calm for a while, since what one document says may concern others. @returns the features that are there now */
  all(): Promise<FeatureKey[]>;
  /** Called with a mistake that is saved while somebody types: it is told, and does not end the watch. */
  failed(thrown: unknown): void;
}

/**
 * Watches documents, templates, patterns, words, decision records, the configuration and the baseline of a workspace; runs until the
 * process ends.
 *
 * @param keys the features that are checked; those that come later are shown from the first look at all on
 */
export function watchWorkspace(
  workspace: Workspace,
  keys: readonly FeatureKey[],
  { baseline, survey }: Against,
  reactions: Reactions,
): void {
  const { root, config } = workspace;
  const byFolder = (present: readonly FeatureKey[]) => new Map(present.map((key) => [folderOf(workspace, key), key]));
  let features = byFolder(keys);
  const touched = new Set<FeatureKey>();
  let check: ReturnType<typeof residentChecker> | undefined = residentChecker(workspace, baseline, survey);
  let settled: NodeJS.Timeout | undefined;
  let calm: NodeJS.Timeout | undefined;
  const lookAtAll = async () => {
    try {
      features = byFolder(await reactions.all());
    } catch (thrown) {
      reactions.failed(thrown);
    }
  };
  const later = () => {
    clearTimeout(calm);
    calm = setTimeout(lookAtAll, CALM_MS);
  };
  const now = () => {
    try {
      check ??= residentChecker(workspace, baseline, survey);
      const verdicts = [...touched].map(check);
      touched.clear();
      reactions.some(verdicts);
    } catch (thrown) {
      touched.clear();
      // A feature that is gone is told when all are looked at.
      if (!(thrown instanceof KnownError && thrown.code === "no-feature")) reactions.failed(thrown);
    }
    later();
  };
  const inPlan = (name: string) => {
    const key = features.get(`${config.plan}/${name.replaceAll("\\", "/").split("/").slice(0, 2).join("/")}`);
    if (!key) return later();
    touched.add(key);
    clearTimeout(settled);
    settled = setTimeout(now, SETTLED_MS);
  };
  const beside = () => {
    check = undefined;
    later();
  };
  watch(join(root, config.plan), { recursive: true }, (_, name) => inPlan(name ?? ""));
  const { files, folders } = contextPaths(config, true);
  for (const folder of new Set([...folders, config.decisions]))
    if (existsSync(join(root, folder))) watch(join(root, folder), { recursive: true }, beside);
  for (const file of files) if (existsSync(join(root, file))) watch(join(root, file), beside);
}
