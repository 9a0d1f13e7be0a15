import { LARGEST, type Listed } from "./files.ts";
import { LANGUAGES } from "./languages.ts";
import type { Project } from "./project.ts";
import type { Unread } from "./types.ts";

const languageOf = (path: string) => LANGUAGES[path.split(".").at(-1) ?? ""];

/** @returns what of a repository is not read as a whole: languages that serve requests and have no grammar, submodules, files of code that are too long */
export function notRead(project: Project, files: readonly Listed[]): Unread[] {
  return [...languages(files), ...submodules(project, files), ...long(files)];
}

function languages(files: readonly Listed[]): Unread[] {
  return ["kotlin", "scala", "elixir", "clojure", "groovy", "swift"].flatMap((name) => {
    const first = files.find(({ path }) => languageOf(path)?.name === name);
    return first ? [{ what: `all facts of ${name}`, why: "there is no grammar for it", file: first.path, line: 1 }] : [];
  });
}

/** A submodule is a repository of its own: git lists none of its files. */
function submodules({ plain }: Project, files: readonly Listed[]): Unread[] {
  return (plain.get(".gitmodules")?.text ?? "").split("\n").flatMap((line, index) => {
    const path = /^\s{0,20}path\s{0,9}=\s{0,9}(\S{1,400})\s{0,9}$/.exec(line)?.[1];
    if (path === undefined || files.some((file) => file.path.startsWith(`${path}/`))) return [];
    return [{ what: `all facts of ${path}`, why: "it is a submodule", file: ".gitmodules", line: index + 1 }];
  });
}

function long(files: readonly Listed[]): Unread[] {
  return files
    .filter(({ path, size }) => size > LARGEST && languageOf(path)?.grammar !== undefined)
    .map(({ path }) => ({ what: "all of the file", why: "it is longer than anybody writes", file: path, line: 1 }));
}
