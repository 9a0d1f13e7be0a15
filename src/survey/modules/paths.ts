import type { Project, Source } from "../project.ts";

/** @returns a path without `.` and `..`. */
export function tidy(path: string): string {
  const parts: string[] = [];
  for (const part of path.split("/")) {
    if (part === "..") parts.pop();
    else if (part !== "." && part !== "") parts.push(part);
  }
  return parts.join("/");
}

export const folderOf = (path: string): string => path.split("/").slice(0, -1).join("/");

/**
 * @param found what belongs to folders, each with its own: empty for the repository, otherwise with a slash at the end
 * @returns what belongs to the folders that hold a file, the nearest first
 */
export function around<Found extends { root: string }>(found: readonly Found[], path: string): Found[] {
  return found.filter(({ root }) => path.startsWith(root)).sort((a, b) => b.root.length - a.root.length);
}

/** @returns the files of a name, each with the folder that it describes. */
export function manifestsOf({ plain }: Project, name: RegExp): { root: string; text: string }[] {
  return [...plain.values()].flatMap(({ path, text }) => {
    const end = path.lastIndexOf("/") + 1;
    return name.test(path.slice(end)) ? [{ root: path.slice(0, end), text }] : [];
  });
}

const ends = new WeakMap<Project, Map<string, Source[]>>();

/** @returns the file whose path ends so, the one that is nearest to another where several do. */
export function endingIn(project: Project, tail: string, near: Source): Source | undefined {
  let index = ends.get(project);
  if (!index) {
    index = new Map();
    for (const source of project.sources.values()) {
      const name = source.path.split("/").at(-1) as string;
      index.set(name, [...(index.get(name) ?? []), source]);
    }
    ends.set(project, index);
  }
  const found = (index.get(tail.split("/").at(-1) as string) ?? []).filter(({ path }) => path === tail || path.endsWith(`/${tail}`));
  return found.sort((a, b) => shared(b.path, near.path) - shared(a.path, near.path) || a.path.length - b.path.length)[0];
}

function shared(a: string, b: string): number {
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  return at;
}
