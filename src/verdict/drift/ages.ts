import { askGit } from "../../disk/git.ts";
import type { LineOf } from "../../guide/drift/types.ts";

/**
 * @returns whether a line of the code was written before a document was: what git knows of both. Without git, or where its history is cut
 *   off, nothing is known to be older.
 */
export function agesOf(root: string): (code: LineOf, document: string) => boolean {
  const born = new Map<string, number>();
  const written = new Map<string, number>();
  return (code, document) => {
    const birth = remembered(born, document, () => bornAt(root, document));
    return birth > 0 && remembered(written, `${code.file}:${code.line}`, () => writtenAt(root, code)) < birth;
  };
}

function remembered(known: Map<string, number>, key: string, make: () => number): number {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

/** Of a document that is not committed yet, everything in the history is older. */
function bornAt(root: string, document: string): number {
  const times = askGit(root, ["log", "--format=%ct", "--", document]);
  if (times === undefined) return 0;
  return Number(times.trim().split("\n").at(-1)) || Number.MAX_SAFE_INTEGER;
}

function writtenAt(root: string, { file, line }: LineOf): number {
  const told = askGit(root, ["blame", "--porcelain", "-L", `${line},${line}`, "--", file]);
  const isCommitted = told !== undefined && !told.startsWith("0000000");
  return isCommitted ? Number(/^committer-time (\d{1,12})$/m.exec(told)?.[1] ?? Number.MAX_SAFE_INTEGER) : Number.MAX_SAFE_INTEGER;
}
