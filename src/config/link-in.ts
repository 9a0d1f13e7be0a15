import { lstatSync } from "node:fs";
import { join, normalize, sep } from "node:path";

/** @returns the first part of a path below a root that is a symbolic link, absolute; undefined where none is. */
export function linkIn(root: string, path: string): string | undefined {
  let part = root;
  for (const name of normalize(path).split(sep)) {
    part = join(part, name);
    if (isLink(part)) return part;
  }
  return undefined;
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
  } catch {
    // What is not there, or cannot be looked at, is told by whoever opens it.
    return false;
  }
}
