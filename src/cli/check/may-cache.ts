import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { GENERATED, readRegular, type Workspace } from "../../core.ts";
import type { Io } from "../io.ts";

const FOLDER = `${GENERATED}/cache`;

/**
 * Says whether what the last run has kept may be used. A machine of CI checks what others propose, in a copy that is made for it: there
 * it has to be asked for. What git tracks may be anybody's.
 *
 * @param asked by --cache or --no-cache
 */
export function mayCache({ root }: Workspace, asked: boolean | undefined, io: Io): boolean {
  if (asked === false || (asked === undefined && isCi(io.env))) return false;
  if (!isTracked(root)) return true;
  io.err(
    `${FOLDER} is tracked by git, so that anybody may have written it: it is not used. Remove it with: git rm -r --cached ${GENERATED}\n`,
  );
  return false;
}

function isCi({ CI = "" }: Io["env"]): boolean {
  return !["", "0", "false"].includes(CI.toLowerCase());
}

/** Git is asked only where its list names such a file: to start it takes longer than to check what has not changed. */
function isTracked(root: string): boolean {
  const index = existsSync(join(root, FOLDER)) ? indexAround(root) : undefined;
  if (index === undefined) return false;
  // The fourth form of the list shortens names by those before them.
  const mayName = index.readUInt32BE(4) > 3 || index.includes(`${FOLDER}/`);
  return mayName && listed(root);
}

function listed(root: string): boolean {
  try {
    const words = ["-C", root, "-c", "core.fsmonitor=false", "ls-files", "-z", "--", FOLDER];
    return execFileSync("git", words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }) !== "";
  } catch {
    // Where git cannot tell, its list has named such a file.
    return true;
  }
}

/** The list of what git tracks, of the repository around a folder. */
function indexAround(folder: string): Buffer | undefined {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, ".git"))) return readIndex(join(at, ".git"));
    if (dirname(at) === at) return undefined;
  }
}

/** In a worktree and in a submodule, a file says where the repository is. */
function readIndex(git: string): Buffer | undefined {
  const elsewhere = /^gitdir: ([^\n]{1,4000})/.exec(textOf(git))?.[1];
  const read = readRegular(join(elsewhere === undefined ? git : resolve(dirname(git), elsewhere.trim()), "index"));
  return "unread" in read || read.bytes.length < 8 ? undefined : read.bytes;
}

function textOf(path: string): string {
  const read = readRegular(path, 5000);
  return "unread" in read ? "" : read.bytes.toString("utf8");
}
