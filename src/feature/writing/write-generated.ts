import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { confine, type Workspace } from "../workspace.ts";
import { makeFolder } from "./make-folder.ts";
import { asKnown, type Placing, replaceFile } from "./replace-file.ts";

/** The folder for what groundplan makes and nobody has to keep. */
export const GENERATED = ".groundplan";

/**
 * Writes a file that is made anew each time: pictures, caches. Git is told to leave the folder alone.
 *
 * @param path relative to the workspace
 * @throws KnownError (`confinement`, `cannot-write`)
 */
export function writeGenerated(workspace: Workspace, path: string, bytes: Uint8Array, placing: Placing = {}): void {
  const absolute = confine(workspace, path);
  try {
    makeFolder(dirname(absolute));
    if (path.startsWith(`${GENERATED}/`)) ignoreGenerated(workspace);
    replaceFile(absolute, bytes, placing);
  } catch (thrown) {
    throw asKnown(thrown, path);
  }
}

/** Has git leave alone what groundplan makes. */
export function ignoreGenerated(workspace: Workspace): void {
  const file = confine(workspace, `${GENERATED}/.gitignore`);
  if (!existsSync(file)) replaceFile(file, Buffer.from("*\n"));
}
