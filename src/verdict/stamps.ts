import { createHash } from "node:crypto";
import { lstatSync, readdirSync } from "node:fs";
import { dirname, join } from "node:path";

/** Tells whether files are as they were, without reading them. */
export interface Stamps {
  /** @returns a word that changes whenever the file does; `-` where there is none */
  of(path: string): string;
  /** @returns one word for several files */
  ofAll(paths: readonly string[]): string;
  /** @returns one word for a folder and all files right in it */
  ofFolder(path: string): string;
  /** Whether none of these files has changed just now: one that does may change again within the clock's own grain. */
  settled(paths: readonly string[]): boolean;
}

/** The stamp of what is not there. */
const NONE = "-";

/** How long, in milliseconds, a file must have been left alone before its times tell it from what it is next. */
const GRAIN = 50;

/**
 * Looks each file up once: times to a fraction of a millisecond, the one of its last change of state, which nobody can
 * set, among them; its size; its number on the disk.
 *
 * @param root absolute
 */
export function readStamps(root: string): Stamps {
  const known = new Map<string, { stamp: string; changed: number }>();
  const start = Date.now();
  const look = (path: string) => {
    let found = known.get(path);
    if (!found) {
      found = readStamp(join(root, path));
      known.set(path, found);
    }
    return found;
  };
  const of = (path: string) => look(path).stamp;
  /** What is not there may have gone just now: its folder tells. */
  const changeOf = (path: string): number => (of(path) === NONE && path !== "." ? changeOf(dirname(path)) : look(path).changed);
  const ofAll = (paths: readonly string[]) => digest(paths.map((path) => `${path} ${of(path)}`));
  return {
    of,
    ofAll,
    ofFolder: (path) => ofAll([path, ...namesIn(join(root, path)).map((name) => `${path}/${name}`)]),
    settled: (paths) => paths.every((path) => changeOf(path) < start - GRAIN),
  };
}

function readStamp(path: string): { stamp: string; changed: number } {
  try {
    const { mtimeMs, ctimeMs, size, ino, mode } = lstatSync(path);
    return { stamp: `${mtimeMs} ${ctimeMs} ${size} ${ino} ${mode}`, changed: Math.max(mtimeMs, ctimeMs) };
  } catch {
    return { stamp: NONE, changed: 0 };
  }
}

/** @returns one word for files, and for folders with all files right in them */
export function stampOf(stamps: Stamps, { files, folders }: { files: readonly string[]; folders: readonly string[] }): string {
  return digest([stamps.ofAll(files), ...folders.map(stamps.ofFolder)]);
}

/** @returns one word for several texts, in their order. */
export function digest(texts: readonly string[]): string {
  return createHash("sha256").update(texts.join("\n")).digest("base64url").slice(0, 24);
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
