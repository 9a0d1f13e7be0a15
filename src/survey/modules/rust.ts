import type { Source } from "../project.ts";
import type { Names } from "../run/dialect.ts";
import type { Value } from "../run/values.ts";
import { walk } from "../syntax/tree.ts";
import { folderOf, tidy } from "./paths.ts";

/** What a name comes to: by `use`, or a module of that name beside or below the file. */
export function resolveRust(run: Names, source: Source, name: string): Value | undefined {
  if (name === "crate" || name === "super" || name === "self") return relative(run, source, name);
  const path = usesOf(source).get(name);
  if (path && path !== name) {
    const segments = path.split("::");
    const item = segments.at(-1) as string;
    const module = segments.at(-2);
    const file = module ? moduleFile(run, source, module) : undefined;
    const value = file ? (run.module(file).find(item) ?? (file === source ? undefined : resolveRust(run, file, item))) : undefined;
    if (value) return value;
    const named = moduleFile(run, source, item);
    if (named) return { k: "module", env: run.module(named) };
    const fn = run.project.functions(item, "rust").filter(({ fn }) => !fn.on);
    const only = fn.length === 1 ? fn[0] : undefined;
    return only && { k: "fn", fn: only.fn, env: run.module(only.source) };
  }
  const beside = moduleFile(run, source, name);
  if (beside && beside !== source) return { k: "module", env: run.module(beside) };
  const made = run.project.classes(name, source)[0];
  return made && { k: "class", made: made.made, env: run.module(made.source) };
}

const uses = new WeakMap<Source, Map<string, string>>();

/** What `use` brings into a file, by its local name. */
function usesOf(source: Source): Map<string, string> {
  let known = uses.get(source);
  if (!known) {
    const found = new Map<string, string>();
    walk(source.tree, (e) => {
      if (e.t === "import") for (const { local, name } of e.names) if (!found.has(local)) found.set(local, name);
    });
    known = found;
    uses.set(source, known);
  }
  return known;
}

const byStem = new WeakMap<object, Map<string, Source[]>>();

/** The files of a module's name, wherever they stand. */
function filesNamed(run: Names, name: string): Source[] {
  let index = byStem.get(run);
  if (!index) {
    index = new Map();
    for (const source of run.project.of("rust")) {
      const stem = /([^/]{1,200}?)(?:\/mod)?\.rs$/.exec(source.path)?.[1] ?? "";
      index.set(stem, [...(index.get(stem) ?? []), source]);
    }
    byStem.set(run, index);
  }
  return index.get(name) ?? [];
}

function relative(run: Names, source: Source, name: string): Value | undefined {
  const folder = folderOf(source.path);
  const root = /^(.{0,400}?(?:^|\/)src)(?:\/|$)/.exec(folder)?.[1] ?? folder;
  const names =
    name === "crate"
      ? [`${root}/lib.rs`, `${root}/main.rs`]
      : name === "super"
        ? [`${folder}/mod.rs`, `${folder}.rs`, `${folder}/main.rs`, `${folder}/lib.rs`]
        : [source.path];
  const file = names.map((one) => run.project.sources.get(tidy(one))).find((one) => one !== undefined);
  return file && { k: "module", env: run.module(file) };
}

const moduleFiles = new WeakMap<Source, Map<string, Source | undefined>>();

function moduleFile(run: Names, source: Source, name: string): Source | undefined {
  let known = moduleFiles.get(source);
  if (!known) {
    known = new Map();
    moduleFiles.set(source, known);
  }
  if (!known.has(name)) known.set(name, findModule(run, source, name));
  return known.get(name);
}

function findModule(run: Names, source: Source, name: string): Source | undefined {
  if (name === "crate" || name === "super" || name === "self") {
    const value = relative(run, source, name);
    return value?.k === "module" ? value.env.source : undefined;
  }
  const folder = folderOf(source.path);
  const own = source.path.split("/").at(-1)?.replace(/\.rs$/, "");
  for (const base of [`${folder}/${name}`, `${folder}/${own}/${name}`, `${folderOf(folder)}/${name}`])
    for (const end of [".rs", "/mod.rs"]) {
      const file = run.project.sources.get(tidy(base + end));
      if (file) return file;
    }
  const all = filesNamed(run, name);
  return all.length === 1 ? all[0] : undefined;
}
