import { closeSync, constants, linkSync, openSync, readFileSync, renameSync, rmSync, statSync, writeSync } from "node:fs";
import { KnownError } from "../errors.ts";

const PATIENCE_MS = 3000;
const PAUSE_MS = 10;
// A write takes milliseconds: a lock of this age was left behind, whoever bears its process id today.
const OLD_MS = 30_000;

/**
 * Runs a piece of work while no other groundplan process writes the same document. A lock whose
 * process has ended is taken over, so that a killed run blocks nobody.
 *
 * @param path absolute path of the lock file, in the folder of the document
 * @throws KnownError (`busy`) when another process holds the lock for longer than three seconds
 */
export function withLock<Result>(path: string, work: () => Result): Result {
  const deadline = Date.now() + PATIENCE_MS;
  while (!acquire(path)) {
    if (Date.now() > deadline) {
      throw new KnownError(
        "busy",
        "another process is writing this document",
        "Wait for it to end, then read the document again and repeat the write.",
      );
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  }
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}

function acquire(path: string): boolean {
  try {
    const file = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0), 0o600);
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== "EEXIST") throw thrown;
    if (isStale(path)) discard(path);
    return false;
  }
}

/** Removes a stale lock by renaming it first: of several processes that find it, one moves it away. */
function discard(path: string): void {
  const moved = `${path}.${process.pid}.stale`;
  try {
    renameSync(path, moved);
    // Between the look and the move, somebody may have taken the lock anew: then it is theirs.
    if (!isStale(moved)) linkSync(moved, path);
  } catch {
    // Another process was quicker.
  } finally {
    rmSync(moved, { force: true });
  }
}

function isStale(path: string): boolean {
  const age = Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
  if (age > OLD_MS) return true;
  const holder = Number(readHolder(path));
  // An empty lock is one that is being taken at this moment.
  if (!Number.isInteger(holder) || holder <= 0) return false;
  try {
    process.kill(holder, 0);
    return false;
  } catch (thrown) {
    return (thrown as NodeJS.ErrnoException).code === "ESRCH";
  }
}

function readHolder(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
