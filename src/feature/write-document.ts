import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { KnownError } from "../findings/errors.ts";
import { withLock } from "./lock.ts";
import { makeFolder } from "./make-folder.ts";
import { readText, revisionOf } from "./read-file.ts";
import { asKnown, replaceFile } from "./replace-file.ts";
import { confine, type Workspace } from "./workspace.ts";

/**
 * Writes one file of the workspace as a whole: a temporary file in the same folder, synced and renamed,
 * so that a reader finds the old text or the new one and never a part.
 *
 * @param path relative to the workspace
 * @param basedOn the revision that the text was made from; null for a file that must not exist yet
 * @returns the new revision
 * @throws KnownError (`stale-revision`) where the file is not what the text was based on, (`confinement`)
 *   where it would be outside of the workspace, (`cannot-write`) where the disk refuses
 */
export function writeText(workspace: Workspace, path: string, text: string, basedOn: string | null): string {
  const absolute = confine(workspace, path);
  try {
    makeFolder(dirname(absolute));
    return withLock(absolute, () => {
      const look = () => refuseStale(workspace, path, basedOn);
      look();
      replaceFile(absolute, Buffer.from(text, "utf8"), { isNew: basedOn === null, look });
      return revisionOf(text);
    });
  } catch (thrown) {
    throw asKnown(thrown, path);
  }
}

function refuseStale(workspace: Workspace, path: string, basedOn: string | null): void {
  const current = readText(workspace, path);
  if (current?.trouble)
    throw new KnownError(
      "cannot-write",
      `${path} is not a text that can be replaced (${current.trouble})`,
      "Move it away or mend it by hand; nothing was written.",
    );
  if ((current?.revision ?? null) === basedOn) return;
  const now = current ? `it is now at revision ${current.revision}` : "it does not exist any more";
  throw new KnownError(
    "stale-revision",
    `${path} has changed since it was read: ${now}`,
    "Read the document again and repeat the change on its present text; nothing was written.",
  );
}

/** @returns whether anything stands at a path of the workspace. */
export function exists(workspace: Workspace, path: string): boolean {
  return existsSync(confine(workspace, path));
}
