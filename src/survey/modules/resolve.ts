import type { Source } from "../project.ts";
import type { Names } from "../run/dialect.ts";
import type { Value } from "../run/values.ts";
import { resolveGo } from "./go.ts";
import { exportedJavaScript, requiredJavaScript, resolveJavaScript } from "./javascript.ts";
import { resolvePython, submodule } from "./python.ts";
import { resolveRust } from "./rust.ts";

/**
 * @param name what the file calls it; none where a whole module is asked for by its path
 * @returns what a name comes to that the file itself does not define
 */
export function importedValue(run: Names, source: Source, name: string | undefined, path?: string): Value | undefined {
  switch (source.language) {
    case "javascript":
    case "typescript":
      return path !== undefined ? requiredJavaScript(run, source, path) : resolveJavaScript(run, source, name as string);
    case "python":
      return name === undefined ? undefined : resolvePython(run, source, name);
    case "go":
      return name === undefined ? undefined : resolveGo(run, source, name);
    case "rust":
      return name === undefined ? undefined : resolveRust(run, source, name);
    default:
      return name === undefined ? undefined : classNamed(run, source, name);
  }
}

/** @returns what a module gives under a name. */
export function exportedValue(run: Names, source: Source, name: string): Value | undefined {
  if (source.language === "javascript" || source.language === "typescript") return exportedJavaScript(run, source, name);
  if (source.language === "go") return resolveGo(run, source, name);
  const own = run.module(source).find(name);
  if (own) return own;
  if (source.language === "python") return submodule(run, source, name) ?? resolvePython(run, source, name);
  return source.language === "rust" ? resolveRust(run, source, name) : undefined;
}

function classNamed(run: Names, source: Source, name: string): Value | undefined {
  const found = run.project.classes(name, source)[0];
  return found && { k: "class", made: found.made, env: run.module(found.source) };
}
