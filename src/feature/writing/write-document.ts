import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { KnownError } from "../../findings/errors.ts";
import { visible } from "../../text/visible.ts";
import { decode, readText, revisionOf, SIZE_LIMIT } from "../read-file.ts";
import { confine, type Workspace } from "../workspace.ts";
import { withLock } from "./lock.ts";
import { makeFolder } from "./make-folder.ts";
import { asKnown, replaceFile } from "./replace-file.ts";

/**
 * Writes one file of the workspace as a whole: a temporary file in the same folder, synced and renamed,
 * so that a reader finds the old text or the new one and never a part.
 *
 * @param path relative to the workspace
 * @param basedOn the revision that the text was made from; null for a file that must not exist yet
 * @param longest in bytes, as for whoever reads it
 * @returns the new revision
 * @throws KnownError (`unreadable-text`) for a text that could not be read again, (`stale-revision`) where the file is not what the text was based on, (`confinement`)
 *   where it would be outside of the workspace, (`cannot-write`) where the disk refuses
 */
export function writeText(workspace: Workspace, path: string, text: string, basedOn: string | null, longest = SIZE_LIMIT): string {
  const absolute = confine(workspace, path);
  const bytes = Buffer.from(text, "utf8");
  refuseUnreadable(path, text, bytes, longest);
  try {
    makeFolder(dirname(absolute));
    return withLock(absolute, () => {
      const look = () => refuseStale(workspace, path, basedOn, longest);
      look();
      replaceFile(absolute, bytes, { isNew: basedOn === null, look });
      return revisionOf(text);
    });
  } catch (thrown) {
    throw asKnown(thrown, path);
  }
}

/** What could not be read again is not written. */
function refuseUnreadable(path: string, text: string, bytes: Buffer, longest: number): void {
  const fail = (why: string, advice: string) =>
    new KnownError("unreadable-text", `cannot write ${path}: ${why}`, `${advice} Nothing was written.`);
  const odd = /[\0\uD800-\uDFFF]/u.exec(text);
  if (odd)
    throw fail(
      `line ${text.slice(0, odd.index).split("\n").length} would hold ${visible(odd[0])}, with which it is no text any more`,
      "Leave that character out.",
    );
  if (bytes.length > longest)
    throw fail(
      `it would have ${bytes.length} bytes, and more than ${longest} are not read`,
      "Shorten it, or divide it into several documents.",
    );
  const { trouble } = decode(bytes);
  if (trouble) throw fail(`it would not be read again (${trouble})`, "Send it as plain text.");
}

function refuseStale(workspace: Workspace, path: string, basedOn: string | null, longest: number): void {
  const current = readText(workspace, path, longest);
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
