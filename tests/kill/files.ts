import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The texts of the files below a folder, by their paths in it. */
export type Files = ReadonlyMap<string, string>;

const isLeft = (path: string) => /\.(?:lock|tmp|stale)$/.test(path);

export function filesIn(root: string): Files {
  return new Map(
    list(root)
      .filter((path) => !isLeft(path))
      .map((path) => [path, readFileSync(join(root, path), "utf8")]),
  );
}

/** @returns the locks and temporary files. */
export function leftIn(root: string): string[] {
  return list(root).filter(isLeft);
}

function list(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}
