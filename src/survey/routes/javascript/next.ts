import { folderOf, tidy } from "../../modules/paths.ts";
import type { Project, Source } from "../../project.ts";
import { type Expr, texts, walk } from "../../syntax/tree.ts";

const VERBS = new Set(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]);

/** Next: a file is a route, by where it stands. */
export function collectNext(project: Project): void {
  const roots = rootsOf(project);
  for (const source of project.of("javascript", "typescript")) {
    const app = /(?:^|\/)app\/(.{0,300}?)\/?route\.(?:ts|js|tsx|jsx)$/.exec(source.path);
    const pages = /(?:^|\/)pages\/(api(?:\/.{0,300})?)\.(?:ts|js|tsx|jsx|mjs)$/.exec(source.path);
    if (!roots.some((root) => source.path.startsWith(root)) && !importsNext(source)) continue;
    if (app) {
      const path = shown(app[1] as string);
      for (const { verb, line } of exportedVerbs(project, source))
        project.routes.push({ method: verb, path, framework: "next", file: source.path, line });
    } else if (pages && !/\.d$|\.test$/.test(pages[1] as string)) {
      const path = shown((pages[1] as string).replace(/\/index$/, ""));
      for (const { verb, line } of handledVerbs(source))
        project.routes.push({ method: verb, path, framework: "next", file: source.path, line });
    }
  }
}

/** The folders of the packages that use Next. */
function rootsOf(project: Project): string[] {
  const manifests = [...project.plain.values()].filter(({ path, text }) => path.endsWith("package.json") && /"next"\s{0,9}:/.test(text));
  const settings = [...project.plain.keys(), ...project.sources.keys()].filter((path) => /(?:^|\/)next\.config\.\w{2,3}$/.test(path));
  return [...manifests.map(({ path }) => path), ...settings].map((path) => path.slice(0, path.lastIndexOf("/") + 1));
}

const importsNext = ({ tree }: Source): boolean => topOf(tree).some((e) => e.t === "import" && /^next(?:\/|$)/.test(e.from));
const topOf = (tree: Expr): Expr[] => (tree.t === "other" ? tree.parts : [tree]);

/** `[id]` is a parameter, `(group)` and `@slot` are none of the path. */
function shown(path: string): string {
  const parts = path.split("/").filter((part) => part !== "" && !/^\(.{0,99}\)$/.test(part) && !part.startsWith("@"));
  return `/${parts.map((part) => part.replace(/^\[\[?(\.\.\.)?(.{1,80}?)\]?\]$/, (_, rest: string | undefined, name: string) => (rest ? `{${name}*}` : `{${name}}`))).join("/")}`;
}

/** The verbs that a file exports; all that another one does where it hands that on. */
function exportedVerbs(project: Project, { tree, path }: Source, depth = 0): { verb: string; line: number }[] {
  return topOf(tree).flatMap((e) => {
    if (e.t !== "export") return [];
    if (e.from !== undefined && e.names.some(({ name }) => name === "*")) {
      const from = e.from.startsWith(".") ? tidy(`${folderOf(path)}/${e.from}`) : undefined;
      const other = from && ["", ".ts", ".js", ".tsx", ".jsx"].map((end) => project.sources.get(from + end)).find(Boolean);
      return other && depth < 5 ? exportedVerbs(project, other, depth + 1).map(({ verb }) => ({ verb, line: e.line })) : [];
    }
    return e.names.flatMap(({ name, value }) => {
      const names =
        value.t === "assign" && value.to.t === "map" ? value.to.entries.map(({ key }) => (key.t === "name" ? key.v : "")) : [name];
      return names.filter((one) => VERBS.has(one)).map((verb) => ({ verb, line: value.line || e.line }));
    });
  });
}

/** A handler of pages tells its verbs in comparisons with `req.method`, or takes all. */
function handledVerbs({ tree }: Source): { verb: string; line: number }[] {
  const start = topOf(tree).find((e) => e.t === "export" && e.names.some(({ name }) => name === "default"));
  const found = new Map<string, number>();
  walk(tree, (e) => {
    if (e.t !== "other" || !e.parts.some((part) => (part.t === "member" ? part.name : part.t === "name" ? part.v : "") === "method"))
      return;
    // The texts that it is compared with, and those of the cases of a switch.
    for (const part of e.parts)
      for (const inner of part.t === "other" ? [part, ...part.parts.flatMap((one) => (one.t === "other" ? one.parts : one))] : [part])
        for (const word of texts(inner)) if (VERBS.has(word) && !found.has(word)) found.set(word, inner.line);
  });
  const line = start?.line ?? 1;
  return found.size > 0 ? [...found].map(([verb, at]) => ({ verb, line: at || line })) : [{ verb: "ANY", line }];
}
