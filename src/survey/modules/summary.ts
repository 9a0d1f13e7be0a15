import type { Project } from "../project.ts";
import type { Module } from "../types.ts";
import { folderOf, tidy } from "./paths.ts";

/** Folders of code, with how many files each has, and the folders that it imports from. */
export function modulesOf(project: Project): Module[] {
  const folders = new Map<string, { files: number; imports: Set<string> }>();
  for (const source of project.sources.values()) {
    const folder = folderOf(source.path) || ".";
    const own = folders.get(folder) ?? { files: 0, imports: new Set<string>() };
    folders.set(folder, own);
    own.files++;
    const parts = source.tree.t === "other" ? source.tree.parts : [source.tree];
    for (const part of parts.flatMap((e) => (e.t === "other" ? e.parts : [e])))
      if (part.t === "import" && part.from.startsWith(".") && (source.language === "javascript" || source.language === "typescript"))
        own.imports.add(folderOf(tidy(`${folder}/${part.from}`)) || ".");
      else if (part.t === "import") own.imports.add(part.from.replaceAll(".", "/"));
  }
  const known = [...folders.keys()];
  const target = (name: string): string | undefined =>
    folders.has(name)
      ? name
      : name.includes("/")
        ? known.find((folder) => name.endsWith(`/${folder}`) || folder.endsWith(`/${name}`) || folder.endsWith(`/${folderOf(name)}`))
        : undefined;
  return [...folders]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { files, imports }]) => ({
      name,
      files,
      imports: [...new Set([...imports].flatMap((one) => target(one) ?? []))].filter((one) => one !== name).sort(),
      file: name,
      line: 1,
    }));
}
