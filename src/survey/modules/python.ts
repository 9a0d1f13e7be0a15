import type { Source } from "../project.ts";
import type { Names } from "../run/dialect.ts";
import type { Value } from "../run/values.ts";
import { type Import, walk } from "../syntax/tree.ts";
import { endingIn, folderOf, tidy } from "./paths.ts";

/** @returns the file of a module: relative to the file where dots stand in front, else where a path ends so. */
export function pythonModule(run: Names, source: Source, module: string): Source | undefined {
  const dots = /^\.{0,9}/.exec(module)?.[0].length ?? 0;
  const inside = module.slice(dots).replaceAll(".", "/");
  if (dots > 0) {
    const base = tidy(`${folderOf(source.path)}/${"../".repeat(dots - 1)}${inside}`);
    return run.project.sources.get(`${base}.py`) ?? run.project.sources.get(base === "" ? "__init__.py" : `${base}/__init__.py`);
  }
  return endingIn(run.project, `${inside}.py`, source) ?? endingIn(run.project, `${inside}/__init__.py`, source);
}

const resolving = new Set<string>();

/** What a file imports under a name. */
export function resolvePython(run: Names, source: Source, name: string): Value | undefined {
  const key = `${source.path}\n${name}`;
  if (resolving.has(key)) return undefined;
  resolving.add(key);
  try {
    return found(run, source, name);
  } finally {
    resolving.delete(key);
  }
}

function found(run: Names, source: Source, name: string): Value | undefined {
  for (const e of importsIn(source)) {
    const one = e.names.find(({ local }) => local === name || local === "*");
    if (!one) continue;
    if (e.from === "") {
      const file = pythonModule(run, source, one.local === one.name.split(".")[0] ? one.local : one.name);
      if (file) return { k: "module", env: run.module(file) };
      continue;
    }
    const wanted = one.local === "*" ? name : one.name;
    const file = pythonModule(run, source, e.from);
    const value = file && file !== source ? (run.module(file).find(wanted) ?? resolvePython(run, file, wanted)) : undefined;
    if (value) return value;
    const inner = pythonModule(run, source, e.from.endsWith(".") ? `${e.from}${wanted}` : `${e.from}.${wanted}`);
    if (inner && inner !== source) return { k: "module", env: run.module(inner) };
  }
  return undefined;
}

const known = new WeakMap<Source, Import[]>();

function importsIn(source: Source): Import[] {
  let imports = known.get(source);
  if (!imports) {
    const found: Import[] = [];
    walk(source.tree, (e) => {
      if (e.t === "import") found.push(e);
      return e.t !== "class";
    });
    imports = found;
    known.set(source, imports);
  }
  return imports;
}

/** A module within a package. */
export function submodule(run: Names, source: Source, name: string): Value | undefined {
  const folder = folderOf(source.path);
  const inner = source.path.endsWith("__init__.py")
    ? (run.project.sources.get(tidy(`${folder}/${name}.py`)) ?? run.project.sources.get(tidy(`${folder}/${name}/__init__.py`)))
    : undefined;
  return inner && { k: "module", env: run.module(inner) };
}
