import { type Context, DEFAULTS, findRoot, loadContext, openWorkspace, type Workspace } from "../index.ts";
import type { Io, WorkspaceOptions } from "./io.ts";

/** Opens the workspace that a command works in: --root, or the project around the working directory. */
export function openProject({ root }: WorkspaceOptions, io: Io): Workspace {
  return openWorkspace(root ?? findRoot(io.cwd, DEFAULTS.plan));
}

/** As {@link openProject}, with its templates and patterns. */
export function open(options: WorkspaceOptions, io: Io): { workspace: Workspace; context: Context } {
  const workspace = openProject(options, io);
  return { workspace, context: loadContext(workspace.root, workspace.config) };
}
