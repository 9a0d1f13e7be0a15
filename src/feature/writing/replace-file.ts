import {
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import { KnownError } from "../../findings/errors.ts";
import { removeLeftovers, temporaryName } from "./leftovers.ts";

/** How a file is put in its place. */
export interface Placing {
  /** Refuse where something stands there already. */
  isNew?: boolean;
  /** Throws where the present file is not the one that was meant. */
  look?(): void;
  /** Wait until the disk has it; what can be made again need not survive that the power fails. True where nothing is said. */
  durable?: boolean;
  /** First remove what killed processes have left beside the file. True where nothing is said: who writes many looks once. */
  sweep?: boolean;
}

/**
 * Puts bytes in the place of a file: a temporary file in the same folder, synced and renamed, so that a reader finds
 * the old contents or the new ones and never a part.
 *
 * @param absolute in a folder that exists and was confined
 */
export function replaceFile(absolute: string, bytes: Uint8Array, placing: Placing = {}): void {
  const { isNew = false, look, durable = true, sweep = true } = placing;
  const folder = dirname(absolute);
  const temporary = temporaryName(absolute, "tmp");
  const real = realpathSync(folder);
  try {
    if (sweep) removeLeftovers(absolute);
    const mode = (lstatSync(absolute, { throwIfNoEntry: false })?.mode ?? 0o644) & 0o777;
    const file = openSync(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0), mode);
    try {
      writeAll(file, bytes);
      if (durable) fsyncSync(file);
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
    if (look) lookAtRest(absolute, look);
    if (isNew) linkSync(temporary, absolute);
    else renameSync(temporary, absolute);
    if (durable) syncFolder(folder);
  } finally {
    rmSync(temporary, { force: true });
  }
}

/**
 * An editor takes no lock, and syncing and reading take time: the last look is as late as it can be. No call of the system
 * compares and replaces at once, so that what remains is the moment between a look at the file's marks and the rename.
 */
function lookAtRest(absolute: string, look: () => void): void {
  let before: string;
  do {
    before = marksOf(absolute);
    look();
  } while (marksOf(absolute) !== before);
}

/** What changes when a file is written or replaced. */
function marksOf(absolute: string): string {
  const status = lstatSync(absolute, { bigint: true, throwIfNoEntry: false });
  return status ? `${status.ino} ${status.ctimeNs} ${status.size}` : "";
}

function writeAll(file: number, bytes: Uint8Array): void {
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

/** @returns an error of the disk in words for people; others as they are. */
export function asKnown(thrown: unknown, path: string): unknown {
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
    EDQUOT: "the quota of the disk is used up",
    ENOTDIR: "a part of the path is a file",
  };
  return new KnownError(
    "cannot-write",
    `cannot write ${path}: ${reasons[code] ?? code}`,
    "Mend the folder's permissions or the disk, and repeat; what was there before is unchanged.",
  );
}
