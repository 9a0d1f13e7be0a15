import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { CONFIG_FILES } from "../config/find.ts";

/**
 * Finds the root of the project that a folder belongs to: the nearest folder above that has a configuration, else a plan, else the
 * nearest one under version control, else the folder itself.
 */
export function findRoot(folder: string, plan: string): string {
  const has = (name: string) => above(folder).find((candidate) => existsSync(join(candidate, name)));
  return (
    above(folder).find((candidate) => CONFIG_FILES.some((name) => existsSync(join(candidate, name)))) ?? has(plan) ?? has(".git") ?? folder
  );
}

function above(folder: string): string[] {
  const parent = dirname(folder);
  return parent === folder ? [folder] : [folder, ...above(parent)];
}
