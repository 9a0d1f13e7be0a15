import type { Config } from "../config/config.ts";
import { loadConfig } from "../config/load.ts";
import { checkPageIds } from "../context/check-pages.ts";
import { openFolder, type Workspace } from "../feature/workspace.ts";

/**
 * Opens a project: the folder that may be read and written, with what its configuration file says.
 *
 * @param folder the root; resolved once, here
 * @param config in place of the configuration file
 * @throws KnownError (`workspace`) where it is no folder, or too wide to be one project, (`config`) for a mistake in the configuration
 */
export function openWorkspace(folder: string, config?: Config): Workspace {
  const workspace = openFolder(folder, config);
  if (config) return workspace;
  return { ...workspace, config: loadConfig(workspace.root, checkPageIds) };
}
