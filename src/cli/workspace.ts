import {
  type Context,
  codeOf,
  DEFAULTS,
  findRoot,
  type Known,
  loadContext,
  openWorkspace,
  type Surveyed,
  type Workspace,
} from "../core.ts";
import type { Io, WorkspaceOptions } from "./io.ts";
import { showProgress } from "./progress.ts";

/** Opens the workspace that a command works in, with its templates and patterns: --root, or the project around the working directory. */
export function open({ root }: WorkspaceOptions, io: Io): { workspace: Workspace; context: Context } {
  const workspace = openWorkspace(root ?? findRoot(io.cwd, DEFAULTS.plan));
  return { workspace, context: loadContext(workspace.root, workspace.config) };
}

/** As {@link open}, with the facts of the code where the workspace has code beside its plan. */
export async function openWithCode(options: WorkspaceOptions, io: Io): Promise<{ workspace: Workspace; context: Known }> {
  const { workspace, context } = open(options, io);
  const code = await readCode(workspace, io);
  return { workspace, context: { ...context, ...(code && { survey: code.survey }) } };
}

/** @returns the code of the workspace; undefined where there is none */
export async function readCode(workspace: Workspace, io: Io): Promise<Surveyed | undefined> {
  const progress = showProgress("reading the code", io);
  return codeOf(workspace, { env: io.env, progress: progress.at }).finally(progress.end);
}
