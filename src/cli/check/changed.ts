import { contextPaths, type FeatureKey, folderOf, readFeature, sourcesOf, type Workspace } from "../../core.ts";
import { inTurn } from "../in-turn.ts";
import type { Io } from "../io.ts";
import { compareWith } from "./compare.ts";

/**
 * Keeps the features that a branch has touched: those with a changed document, and those whose documents link to a
 * changed file or folder, or whose contracts stand in one. What all features depend on (templates, patterns, words, decision records, the configuration) touches
 * every one.
 *
 * @param ref the commit or branch to compare with; true for the main branch
 * @throws KnownError (`git`) where the folder is no git repository, or has nothing to compare with
 */
export async function onlyChanged(
  workspace: Workspace,
  keys: readonly FeatureKey[],
  ref: string | true,
  io: Pick<Io, "env" | "err">,
): Promise<FeatureKey[]> {
  const { base, files } = compareWith(workspace.root, ref, io.env);
  const changed = changedPaths(files);
  const { files: shared, folders } = contextPaths(workspace.config, true);
  if ([...shared, ...folders, workspace.config.decisions].some(changed)) return [...keys];
  const touched = await inTurn(
    keys,
    (key) => changed(folderOf(workspace, key)) || sourcesOf(workspace, readFeature(workspace, key)).some(changed),
  );
  const kept = keys.filter((_, index) => touched[index]);
  if (kept.length === 0) io.err(`nothing that a feature consists of, or links to, differs from ${base}\n`);
  return kept;
}

/** @returns whether a path has changed: itself, something in it, or the folder that it is in as a whole, as a submodule is. */
function changedPaths(files: readonly string[]): (path: string) => boolean {
  // Systems differ in how they store the letters of a name.
  const normal = (path: string) => path.normalize("NFC");
  const whole = new Set(files.map(normal));
  const within = new Set([...whole].flatMap((file) => above(file)));
  return (path) => {
    const name = normal(path);
    return whole.has(name) || within.has(name) || above(name).some((folder) => whole.has(folder));
  };
}

function above(path: string): string[] {
  const parts = path.split("/");
  return parts.slice(1).map((_, index) => parts.slice(0, index + 1).join("/"));
}
