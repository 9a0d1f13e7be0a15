import { randomBytes } from "node:crypto";
import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { KnownError } from "../errors.ts";
import { withLock } from "./lock.ts";
import { readText, revisionOf } from "./read-file.ts";
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
  const folder = dirname(absolute);
  try {
    mkdirSync(folder, { recursive: true });
    return withLock(join(folder, `.${basename(absolute)}.lock`), () => {
      refuseStale(workspace, path, basedOn);
      replace(folder, absolute, text, { isNew: basedOn === null, look: () => refuseStale(workspace, path, basedOn) });
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

/** How a file is put in place; `look` throws where the present one is not what the text was based on. */
interface Placing {
  isNew: boolean;
  look(): void;
}

function replace(folder: string, absolute: string, text: string, { isNew, look }: Placing): void {
  const temporary = join(folder, `.${basename(absolute)}.${randomBytes(6).toString("hex")}.tmp`);
  const real = realpathSync(folder);
  try {
    const mode = isNew ? 0o644 : statSync(absolute).mode & 0o777;
    const file = openSync(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0), mode);
    try {
      writeAll(file, Buffer.from(text, "utf8"));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    // A folder that was swapped for a link in the meantime must not redirect the rename.
    if (real !== folder || realpathSync(folder) !== folder)
      throw new KnownError(
        "confinement",
        "the folder was replaced while it was written",
        "Nothing was written; look at what moved the folder.",
      );
    // An editor takes no lock, and syncing takes time: the last look is as late as it can be.
    look();
    if (isNew) linkSync(temporary, absolute);
    else renameSync(temporary, absolute);
    syncFolder(folder);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function writeAll(file: number, bytes: Buffer): void {
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** The rename itself is durable only when the folder is synced; not every system can. */
function syncFolder(folder: string): void {
  try {
    const handle = openSync(folder, constants.O_RDONLY);
    if (fstatSync(handle).isDirectory()) fsyncSync(handle);
    closeSync(handle);
  } catch {
    // Windows opens no folders.
  }
}

function asKnown(thrown: unknown, path: string): unknown {
  const code = (thrown as NodeJS.ErrnoException).code;
  if (thrown instanceof KnownError || typeof code !== "string") return thrown;
  if (code === "EEXIST")
    return new KnownError(
      "stale-revision",
      `${path} was created by somebody else in the meantime`,
      "Read it and base the change on it; nothing was written.",
    );
  const reasons: Record<string, string> = {
    EACCES: "permission denied",
    EPERM: "permission denied",
    EROFS: "the disk is read-only",
    ENOSPC: "the disk is full",
    ENOTDIR: "a part of the path is a file",
  };
  return new KnownError(
    "cannot-write",
    `cannot write ${path}: ${reasons[code] ?? code}`,
    "Mend the folder's permissions or the disk, and repeat; what was there before is unchanged.",
  );
}

/** @returns whether anything stands at a path of the workspace. */
export function exists(workspace: Workspace, path: string): boolean {
  return existsSync(confine(workspace, path));
}
