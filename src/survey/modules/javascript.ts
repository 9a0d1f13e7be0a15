import type { Source } from "../project.ts";
import type { Names } from "../run/dialect.ts";
import type { Value } from "../run/values.ts";
import type { Expr } from "../syntax/tree.ts";
import { endingIn, folderOf, tidy } from "./paths.ts";

/** @returns the file that a module path names: relative, or by an alias such as `@/` and `src/`. */
export function moduleFile(run: Names, source: Source, path: string): Source | undefined {
  const stem = path.replace(/\.(?:js|mjs|cjs|jsx|ts|tsx)$/, "");
  const endings = ["", ".ts", ".tsx", ".js", ".mjs", ".cjs", ".jsx", "/index.ts", "/index.js", "/index.tsx", "/index.mjs"];
  if (path.startsWith(".")) {
    const at = tidy(`${folderOf(source.path)}/${path}`);
    for (const base of [at, tidy(`${folderOf(source.path)}/${stem}`)])
      for (const ending of endings) {
        const found = run.project.sources.get(base + ending);
        if (found) return found;
      }
    return undefined;
  }
  const alias = /^(?:[@~#][^/]{0,40}\/|src\/|app\/)/.exec(path);
  if (!alias) return workspacePackage(run, source, path);
  const inside = alias[0].startsWith("@") || alias[0].startsWith("~") || alias[0].startsWith("#") ? stem.slice(alias[0].length) : stem;
  const word = alias[0].replace(/^[@~#]|\/$/g, "");
  for (const base of [`src/${inside}`, word ? `src/${word}/${inside}` : "", word ? `${word}/${inside}` : "", inside])
    for (const ending of base ? endings : []) {
      const found = endingIn(run.project, base + ending, source);
      if (found && found.language !== "python") return found;
    }
  return workspacePackage(run, source, path);
}

/** A package of the same repository. */
function workspacePackage(run: Names, source: Source, path: string): Source | undefined {
  const name = path
    .split("/")
    .slice(0, path.startsWith("@") ? 2 : 1)
    .join("/");
  for (const { path: file, text } of run.project.plain.values())
    if (
      file.endsWith("package.json") &&
      text.includes(`"${name}"`) &&
      new RegExp(`"name"\\s{0,9}:\\s{0,9}"${name.replace(/[^\w@/-]/g, ".")}"`).test(text)
    ) {
      const folder = folderOf(file);
      const inside = path.slice(name.length + 1);
      for (const base of inside ? [inside, `src/${inside}`] : ["src/index", "index", "src/main", "lib/index"])
        for (const ending of [".ts", ".js", ".tsx", "/index.ts", "/index.js"]) {
          const found = run.project.sources.get(tidy(`${folder}/${base}${ending}`));
          if (found && found !== source) return found;
        }
    }
  return undefined;
}

/** What a file imports under a name. */
export function resolveJavaScript(run: Names, source: Source, name: string): Value | undefined {
  for (const e of topOf(source.tree)) {
    if (e.t !== "import") continue;
    const found = e.names.find(({ local }) => local === name);
    if (!found) continue;
    const file = moduleFile(run, source, e.from);
    if (!file) return undefined;
    return found.name === "*" ? { k: "module", env: run.module(file) } : exportedJavaScript(run, file, found.name);
  }
  return undefined;
}

/** What `require` answers with. */
export function requiredJavaScript(run: Names, source: Source, path: string): Value | undefined {
  const file = moduleFile(run, source, path);
  if (!file) return undefined;
  const env = run.module(file);
  return env.names.get("module.exports") ?? { k: "module", env };
}

/** What a file exports under a name. */
export function exportedJavaScript(run: Names, source: Source, name: string, depth = 0): Value | undefined {
  const env = run.module(source);
  const whole = env.names.get("module.exports");
  if (name === "default" && whole) return whole;
  for (const e of topOf(source.tree)) {
    if (e.t !== "export" || depth > 8) continue;
    if (e.from !== undefined) {
      const file = moduleFile(run, source, e.from);
      const handed = e.names.find((one) => one.name === name || one.name === "*");
      if (!file || !handed) continue;
      const inner = handed.value.t === "name" && handed.name !== "*" ? handed.value.v : name;
      const value = exportedJavaScript(run, file, inner, depth + 1);
      if (value) return value;
      continue;
    }
    const own = e.names.find((one) => one.name === name);
    if (!own) continue;
    const { value } = own;
    if (value.t === "assign" && value.to.t === "name") return env.find(value.to.v);
    if (value.t === "fn" && value.name) return env.find(value.name) ?? { k: "fn", fn: value, env };
    const known = exportsOf.get(value);
    if (known) return known;
    const made = run.value(value, env);
    if (made) exportsOf.set(value, made);
    return made;
  }
  if (whole?.k === "object") return whole.fields.get(name);
  return env.names.get(name);
}

// What is exported without a name is made once.
const exportsOf = new WeakMap<Expr, Value>();

function topOf(tree: Expr): Expr[] {
  return tree.t === "other" ? tree.parts : [tree];
}
