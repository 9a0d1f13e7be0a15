import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { DEFAULTS } from "../config/config.ts";

let found: string | undefined;

/** @returns the folder of the installed package: the nearest one above this file that holds the shipped templates. */
export function packageRoot(): string {
  if (found !== undefined) return found;
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, DEFAULTS.templates)) && dirname(folder) !== folder) folder = dirname(folder);
  found = folder;
  return folder;
}
