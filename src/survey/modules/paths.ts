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
