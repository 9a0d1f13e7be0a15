import { idleGlobs, leftOutFolders, type Workspace } from "../core.ts";
import type { Io } from "./io.ts";

/** Tells what nobody should take for looked into: folders of the plan that are no features, and globs that mean nothing. */
export function tellUnread(workspace: Workspace, io: Pick<Io, "err">): void {
  for (const { folder, why } of leftOutFolders(workspace)) io.err(`not read: ${folder}: ${why}\n`);
  for (const { key, glob } of idleGlobs(workspace)) io.err(`${workspace.config.source}: ${key}: ${JSON.stringify(glob)} matches nothing\n`);
}
