import { type Context, DEFAULTS, findRoot, loadContext, openWorkspace, type Workspace } from "../core.ts";
import type { Io, WorkspaceOptions } from "./io.ts";

/** Opens the workspace that a command works in, with its templates and patterns: --root, or the project around the working directory. */
export function open({ root }: WorkspaceOptions, io: Io): { workspace: Workspace; context: Context } {
  const workspace = openWorkspace(root ?? findRoot(io.cwd, DEFAULTS.plan));
  return { workspace, context: loadContext(workspace.root, workspace.config) };
}
