import { posix } from "node:path";
import { KnownError } from "../findings/errors.ts";
import { readText } from "./read-file.ts";
import { mayExplore, repositoryFiles } from "./repository.ts";
import type { Workspace } from "./workspace.ts";

/** Read-only looks at the repository around the plan: inside of the workspace, no links, nothing that may hold secrets. */
export interface Repository {
  /**
   * @param folder relative to the workspace; empty for all of it
   * @returns the files below it, in the order of their names
   * @throws KnownError (`explore`) where it may not be read, or there is none
   */
  files(folder: string): string[];
  /**
   * @returns the text of a file
   * @throws KnownError (`explore`) where it may not be read, or is no text
   */
  text(path: string): string;
}

/** Lists the repository once; what is listed is all that is read. */
export function openRepository(workspace: Workspace): Repository {
  const all = repositoryFiles(workspace);
  const listed = new Set(all);
  return {
    files(folder) {
      const start = posix.normalize(folder.replaceAll("\\", "/")).replace(/^(?:\.?\/)+|\/+$/g, "");
      if (start === "" || start === ".") return all;
      if (!mayExplore(start)) throw refused(folder);
      const found = all.filter((file) => file.startsWith(`${start}/`));
      if (found.length === 0) throw new KnownError("explore", `no folder ${folder}`, "List the folder above it first.");
      return found;
    },
    text(path) {
      if (!listed.has(path)) throw refused(path);
      const read = readText(workspace, path);
      if (read && !read.trouble) return read.text;
      throw new KnownError("explore", `no text in ${path}${read?.trouble ? ` (${read.trouble})` : ""}`, "List the files first.");
    },
  };
}

function refused(path: string): KnownError {
  return new KnownError("explore", `${path} may not be read`, "Hidden, generated, ignored and secret files are left out.");
}
