import picomatch from "picomatch";
import { secretNames } from "../context/secrets.ts";
import { listFiles } from "../disk/list-files.ts";
import type { Workspace } from "./workspace.ts";

/** What may be read of the repository around the plan: what git tracks or would track, and nothing that may hold secrets. */

const MOST_FILES = 5_000;
const LIMITS = { mostFiles: MOST_FILES, most: 64 * 1024 * 1024, patience: 20_000 };

let isSecret: ((name: string) => boolean) | undefined;
let unneeded: ReadonlySet<string> | undefined;

/** @returns whether a path may be looked at: no part of it is hidden, generated or named as what holds secrets. */
export function mayExplore(path: string): boolean {
  const names = isSecret && unneeded ? undefined : secretNames();
  isSecret ??= picomatch(names?.secret ?? [], { nocase: true, dot: true });
  unneeded ??= new Set(names?.unneeded);
  return path.split("/").every((part) => part !== "" && !isSecret?.(part) && !unneeded?.has(part));
}

/**
 * @returns the regular files of the workspace that may be read, relative to it, in the order of their names: those that git tracks or
 *   would track, and without git those that the ignore files leave
 */
export function repositoryFiles({ root }: Workspace): string[] {
  return listFiles(root, { ...LIMITS, mayEnter: mayExplore })
    .filter(mayExplore)
    .sort()
    .slice(0, MOST_FILES);
}
