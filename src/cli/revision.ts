import { askGit, KnownError } from "../core.ts";

/** The files of a repository as they were. */
export interface Revision {
  /** Its full hash. */
  commit: string;
  /** @returns the text of a file; undefined where there was none. @param path relative to the project */
  text(path: string): string | undefined;
}

/**
 * @param root the project, which may be a folder of the repository
 * @param ref commit, tag or branch
 * @throws KnownError (`git`) where there is no repository, or no such revision
 */
export function revisionAt(root: string, ref: string): Revision {
  const prefix = askGit(root, ["rev-parse", "--show-prefix"])?.trim();
  if (prefix === undefined)
    throw new KnownError("git", "the folder is not in a git repository", "Run it inside of one, with git on the path.");
  const commit = askGit(root, ["rev-parse", "--verify", "--quiet", "--end-of-options", `${ref}^{commit}`])?.trim();
  if (!commit) throw new KnownError("git", `there is no commit, tag or branch "${ref}"`, "Fetch it, or name one that is here.");
  return { commit, text: (path) => askGit(root, ["cat-file", "blob", `${commit}:${prefix}${path}`]) };
}
