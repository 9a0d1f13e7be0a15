import { lstatSync } from "node:fs";
import { join } from "node:path";

/** The names under which a configuration is looked for, in this order. */
export const CONFIG_FILES = ["groundplan.config.json", "groundplan.config.yaml", "groundplan.config.yml"] as const;

/** @returns whether a folder holds a configuration; one that cannot be read counts. */
export function hasConfig(root: string): boolean {
  return CONFIG_FILES.some((name) => lstatSync(join(root, name), { throwIfNoEntry: false }) !== undefined);
}
