import { DEFAULTS, findRoot, hasConfig, openFolder, type Workspace } from "../core.ts";
import type { Io, WorkspaceOptions } from "./io.ts";

/**
 * Opens the workspace alone. What reads a configuration is loaded only where there is one: where nothing is to be
 * checked anew, that takes longer than all else.
 */
export async function openProject({ root }: WorkspaceOptions, io: Io): Promise<Workspace> {
  const folder = root ?? findRoot(io.cwd, DEFAULTS.plan);
  if (!hasConfig(folder)) return openFolder(folder);
  const { openWorkspace } = await import("../core.ts");
  return openWorkspace(folder);
}
