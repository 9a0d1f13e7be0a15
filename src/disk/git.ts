import { execFileSync } from "node:child_process";

// Nothing that a repository's own settings name is run, and no lock is taken in it.
const QUIET = ["--no-optional-locks", "-c", "core.fsmonitor=false", "-c", "core.untrackedCache=false", "-c", "core.hooksPath=/dev/null"];

/** What an answer of git may cost. */
export interface GitLimits {
  /** Bytes of the answer. */
  most?: number;
  /** Milliseconds; none where it may take as long as it needs. */
  patience?: number;
}

/**
 * Asks git about a repository; the one way in which it is asked.
 *
 * @param root the folder that git is started in
 * @returns what it prints; undefined where it fails, is not there, or goes beyond a limit
 */
export function askGit(root: string, words: readonly string[], limits: GitLimits = {}): string | undefined {
  return askGitForBytes(root, words, limits)?.toString("utf8");
}

/** As {@link askGit}, for what may be no text. @param input what git is given to read */
export function askGitForBytes(
  root: string,
  words: readonly string[],
  { most = 512 * 1024 * 1024, patience }: GitLimits = {},
  input?: string,
): Buffer | undefined {
  try {
    return execFileSync("git", [...QUIET, ...words], {
      cwd: root,
      stdio: [input === undefined ? "ignore" : "pipe", "pipe", "ignore"],
      maxBuffer: most,
      ...(input !== undefined && { input }),
      ...(patience !== undefined && { timeout: patience }),
    });
  } catch {
    return undefined;
  }
}
