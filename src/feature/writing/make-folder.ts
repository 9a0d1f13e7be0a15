import { mkdirSync } from "node:fs";
import { dirname } from "node:path";

/**
 * Makes a folder with all above it. Step by step, so that a refusal says why: Node's own way tells of a read-only disk as
 * of a file that is missing.
 */
export function makeFolder(absolute: string): void {
  if (makeOne(absolute)) return;
  makeFolder(dirname(absolute));
  if (!makeOne(absolute)) throw Object.assign(new Error(`cannot make ${absolute}`), { code: "ENOENT" });
}

/** @returns false where the folder above it is missing */
function makeOne(absolute: string): boolean {
  try {
    mkdirSync(absolute);
    return true;
  } catch (thrown) {
    const { code } = thrown as NodeJS.ErrnoException;
    if (code === "ENOENT" && dirname(absolute) !== absolute) return false;
    if (code !== "EEXIST") throw thrown;
    return true;
  }
}
