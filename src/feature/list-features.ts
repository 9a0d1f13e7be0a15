import { readdirSync } from "node:fs";
import { join } from "node:path";
import { matchesAny } from "../config/settings.ts";
import { isKey } from "./key.ts";
import type { FeatureKey } from "./types.ts";
import { confine, type Workspace } from "./workspace.ts";

/** @returns the feature's folder, relative to the workspace, with forward slashes. */
export function folderOf(workspace: Workspace, key: FeatureKey): string {
  return `${workspace.config.plan}/${key.epic}/${key.feature}`;
}

/**
 * Lists the features of the workspace: every folder two levels below the plan, in the order of their names.
 * Folders whose names cannot be keys, and links, are left out.
 */
export function listFeatures(workspace: Workspace): FeatureKey[] {
  const plan = confine(workspace, workspace.config.plan);
  const { config } = workspace;
  return folders(plan)
    .flatMap((epic) => folders(join(plan, epic)).map((feature) => ({ epic, feature })))
    .filter((key) => config.ignore.length === 0 || !matchesAny(folderOf(workspace, key), config.ignore));
}

function folders(path: string): string[] {
  try {
    return readdirSync(path, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && isKey(entry.name))
      .map((entry) => entry.name)
      .sort();
  } catch {
    return [];
  }
}
