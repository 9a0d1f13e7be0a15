import { closeSync, constants, fstatSync, linkSync, lstatSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { readRegular } from "../../disk/read-regular.ts";
import { KnownError } from "../../findings/errors.ts";
import { temporaryName } from "./leftovers.ts";
import { isRunning } from "./running.ts";

const PATIENCE_MS = 3000;
const PAUSE_MS = 10;
// A write takes milliseconds: a lock of this age was left behind, whoever bears its process id today.
const OLD_MS = 30_000;
// Between the making of a lock and its first byte there are microseconds: one that stays empty was left behind too.
const EMPTY_MS = 500;

/**
 * Runs a piece of work while no other groundplan process writes the same document. A lock whose
 * process has ended is taken over, so that a killed run blocks nobody.
 *
 * @param absolute the document; the lock stands beside it
 * @throws KnownError (`busy`) when another process holds the lock for longer than three seconds
 */
export function withLock<Result>(absolute: string, work: () => Result): Result {
  const path = lockOf(absolute);
  // Not the time of day, which may be set back while we wait.
  const began = performance.now();
  for (let waited = 0; !acquire(path, absolute, waited > EMPTY_MS); waited = performance.now() - began) {
    if (waited > PATIENCE_MS) throw busy();
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
  }
  try {
    return work();
  } finally {
    rmSync(path, { force: true });
  }
}

/**
 * Waits until no other process writes a document, while whoever else works in this one goes on. Who writes then takes the lock all the
 * same: in between somebody may come first.
 *
 * @throws KnownError (`busy`) when another process holds the lock for longer than three seconds; the signal's reason
 */
export async function whenFree(absolute: string, signal: AbortSignal): Promise<void> {
  const began = performance.now();
  for (let waited = 0; isHeld(lockOf(absolute), waited > EMPTY_MS); waited = performance.now() - began) {
    if (waited > PATIENCE_MS) throw busy();
    signal.throwIfAborted();
    await setTimeout(PAUSE_MS);
  }
  signal.throwIfAborted();
}

function isHeld(path: string, isEmptyStale: boolean): boolean {
  return (lstatSync(path, { throwIfNoEntry: false })?.isFile() ?? false) && !isStale(path, isEmptyStale);
}

const lockOf = (absolute: string) => join(dirname(absolute), `.${basename(absolute)}.lock`);

function busy(): KnownError {
  return new KnownError(
    "busy",
    "another process is writing this document",
    "Wait for it to end, then read the document again and repeat the write.",
  );
}

/** @param isEmptyStale whether a lock in which nobody has written a name is left behind */
function acquire(path: string, beside: string, isEmptyStale: boolean): boolean {
  let file: number;
  try {
    file = openSync(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0), 0o600);
  } catch (thrown) {
    if ((thrown as NodeJS.ErrnoException).code !== "EEXIST") throw thrown;
    refuseOther(path);
    if (isStale(path, isEmptyStale)) discard(path, beside, isEmptyStale);
    return false;
  }
  try {
    writeSync(file, String(process.pid));
    // Whoever was stopped for long before the line above finds that the empty lock was taken away.
    return fstatSync(file).ino === lstatSync(path, { throwIfNoEntry: false })?.ino;
  } catch (thrown) {
    // A full disk takes the name of a lock, but not what stands in it.
    rmSync(path, { force: true });
    throw thrown;
  } finally {
    closeSync(file);
  }
}

/** A link, a folder or a pipe in a lock's place was put there by somebody else: it is not waited for, and not taken away. */
function refuseOther(path: string): void {
  const status = lstatSync(path, { throwIfNoEntry: false });
  if (!status || status.isFile()) return;
  throw new KnownError(
    "cannot-write",
    `${basename(path)} stands where groundplan puts its lock, and is ${status.isSymbolicLink() ? "a symbolic link" : "no file"}`,
    "Remove it: it was not made by groundplan. Nothing was written.",
  );
}

/** Removes a stale lock by renaming it first: of several processes that find it, one moves it away. */
function discard(path: string, beside: string, isEmptyStale: boolean): void {
  const moved = temporaryName(beside, "stale");
  try {
    renameSync(path, moved);
    // Between the look and the move, somebody may have taken the lock anew: then it is theirs.
    if (!isStale(moved, isEmptyStale)) linkSync(moved, path);
  } catch {
    // Another process was quicker.
  } finally {
    rmSync(moved, { force: true });
  }
}

function isStale(path: string, isEmptyStale: boolean): boolean {
  // Of a lock from the future the clock has since been set back, and its age is unknown.
  const age = Math.abs(Date.now() - (lstatSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now()));
  if (age > OLD_MS) return true;
  const holder = Number(readHolder(path));
  if (!Number.isInteger(holder) || holder <= 0) return isEmptyStale;
  return !isRunning(holder);
}

function readHolder(path: string): string {
  const read = readRegular(path, 100);
  return "unread" in read ? "" : read.bytes.toString("utf8");
}
