import { documentsOf } from "./list-features.ts";
import type { Feature } from "./types.ts";
import type { Workspace } from "./workspace.ts";

/** @returns every path, relative to the workspace, there or not, that what is told of a feature depends on, besides the context */
export function sourcesOf(workspace: Workspace, { key, folder, targets, contracts }: Feature): string[] {
  return [...new Set([folder, ...documentsOf(workspace, key), ...targets.keys(), ...contracts.map(({ file }) => file)])];
}
