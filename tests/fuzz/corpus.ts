import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** @returns the texts of all files below a folder of this repository whose path matches. */
export function textsIn(folder: string, matching: RegExp = /\.md$/): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => matching.test(path))
    .map((path) => readFileSync(path, "utf8"));
}
