import { readFileSync } from "node:fs";
import { join } from "node:path";
import { packageRoot } from "./package-root.ts";

/** @returns what AGENTS.md tells assistants about groundplan: the short form of the plugin's skill. */
export function shippedInstructions(): string {
  return readFileSync(join(packageRoot(), "plugin/AGENTS-section.md"), "utf8");
}
