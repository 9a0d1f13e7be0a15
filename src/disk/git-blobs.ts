import { askGit, askGitForBytes } from "./git.ts";

/** A file as a commit holds it. */
export interface Blob {
  path: string;
  hash: string;
  size: number;
}

/** @returns the regular files that a commit holds below a folder, by paths relative to it; links and submodules are none */
export function blobsAt(root: string, commit: string): Blob[] {
  const listed = askGit(root, ["ls-tree", "-r", "-l", "-z", commit]) ?? "";
  return listed.split("\0").flatMap((line) => {
    const [, hash, size, path] = /^100\d{3} blob ([0-9a-f]{40,64}) {1,20}(\d{1,15})\t(.+)$/s.exec(line) ?? [];
    return hash && path ? [{ path, hash, size: Number(size) }] : [];
  });
}

/** @returns what blobs hold, by their hashes; those that are not there are left out */
export function readBlobs(root: string, hashes: readonly string[]): Map<string, Buffer> {
  const found = new Map<string, Buffer>();
  const answer = askGitForBytes(root, ["cat-file", "--batch"], {}, hashes.map((hash) => `${hash}\n`).join("")) ?? Buffer.alloc(0);
  for (let at = 0; at < answer.length; ) {
    const end = answer.indexOf(10, at);
    const [hash = "", type, size] = answer.toString("latin1", at, end).split(" ");
    const length = type === "blob" ? Number(size) : 0;
    if (type === "blob") found.set(hash, answer.subarray(end + 1, end + 1 + length));
    at = type === "blob" ? end + length + 2 : end + 1;
  }
  return found;
}
