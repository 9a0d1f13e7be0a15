import type { Project, Source } from "../project.ts";
import type { Names } from "../run/dialect.ts";
import type { Value } from "../run/values.ts";
import { folderOf } from "./paths.ts";

const packages = new WeakMap<Project, Map<string, Source[]>>();

/** @returns the files of a folder, which are one package. */
function packageOf(project: Project, folder: string): Source[] {
  let index = packages.get(project);
  if (!index) {
    index = new Map();
    for (const source of project.of("go")) index.set(folderOf(source.path), [...(index.get(folderOf(source.path)) ?? []), source]);
    packages.set(project, index);
  }
  return index.get(folder) ?? [];
}

const resolving = new Set<string>();

/** What a name comes to that another file of the package defines, or an imported package. */
export function resolveGo(run: Names, source: Source, name: string): Value | undefined {
  const key = `${source.path}\n${name}`;
  if (resolving.has(key)) return undefined;
  resolving.add(key);
  try {
    for (const file of packageOf(run.project, folderOf(source.path))) {
      const value = run.topName(file, name);
      if (value) return value;
    }
    const parts = source.tree.t === "other" ? source.tree.parts.flatMap((e) => (e.t === "other" ? e.parts : [e])) : [];
    for (const e of parts) {
      if (e.t !== "import" || e.from === "package" || !e.names.some(({ local }) => local === name)) continue;
      const file = imported(run.project, e.from);
      return file && { k: "module", env: run.module(file) };
    }
    return undefined;
  } finally {
    resolving.delete(key);
  }
}

/** The folder whose path is the end of the import's path. */
function imported(project: Project, path: string): Source | undefined {
  packageOf(project, "");
  const index = packages.get(project) as Map<string, Source[]>;
  const parts = path.split("/");
  for (let from = 0; from < parts.length; from++) {
    const tail = parts.slice(from).join("/");
    // A module's own root has a path of its own, and no folder.
    const folder = [...index.keys()].filter((one) => one === tail || one.endsWith(`/${tail}`)).sort((a, b) => a.length - b.length)[0];
    if (folder !== undefined) return index.get(folder)?.[0];
  }
  const root = index.get("");
  return root && [...project.plain.values()].some(({ path: file, text }) => file === "go.mod" && text.includes(`module ${path}`))
    ? root[0]
    : undefined;
}
