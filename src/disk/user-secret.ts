import { randomBytes } from "node:crypto";
import { closeSync, constants, fsyncSync, linkSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { homedir, platform, userInfo } from "node:os";
import { join, relative } from "node:path";
import { readRegular } from "./read-regular.ts";

const LENGTH = 32;
const FILE = "secret";

/**
 * Gives the secret by which groundplan knows again what it has kept itself: nobody who can write into a project alone can make
 * something that bears its mark. It lies in the user's own cache folder, is made when it is first asked for, and never leaves the machine.
 *
 * @param root of the project: a secret within it would be no secret
 * @param folder the user's own cache folder
 * @returns undefined where none can be kept: then nothing that was kept can be trusted
 */
export function userSecret(root: string, folder = userCacheFolder()): Buffer | undefined {
  const inside = relative(root, folder);
  if (inside === "" || !(inside.startsWith("..") || inside.startsWith("/") || /^[A-Za-z]:/.test(inside))) return undefined;
  return readSecret(folder) ?? (makeSecret(folder) ? readSecret(folder) : undefined);
}

/** @returns where a user's programs keep what they can make again. */
export function userCacheFolder(home = homedir()): string {
  if (platform() === "win32") return join(home, "AppData", "Local", "groundplan");
  return platform() === "darwin" ? join(home, "Library", "Caches", "groundplan") : join(home, ".cache", "groundplan");
}

function readSecret(folder: string): Buffer | undefined {
  const read = readRegular(join(folder, FILE), LENGTH);
  if ("unread" in read || read.bytes.length !== LENGTH) return undefined;
  // One that others can read, or have made, is none. Windows knows no such modes: there the folder is the user's.
  const { mode, uid } = read.status;
  if (platform() !== "win32" && ((mode & 0o077) !== 0 || uid !== userInfo().uid)) return undefined;
  return read.bytes;
}

/** Puts it in its place at once and whole: of several processes that make one, all go on with the first. */
function makeSecret(folder: string): boolean {
  const temporary = join(folder, `.${FILE}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    const file = openSync(temporary, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0), 0o600);
    try {
      writeSync(file, randomBytes(LENGTH));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    linkSync(temporary, join(folder, FILE));
    return true;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === "EEXIST";
  } finally {
    discard(temporary);
  }
}

/** What was never made cannot be removed, and some disks say so. */
function discard(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch {
    // It is of no use to anybody.
  }
}
