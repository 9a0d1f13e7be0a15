import { existsSync, readdirSync } from "node:fs";
import { readCatalogue } from "../context/catalogue.ts";
import { shippedContext } from "../context/load.ts";
import type { Catalogue } from "../context/types.ts";
import { KnownError } from "../errors.ts";
import { closest, nameKey } from "../names.ts";
import { readText } from "./read-file.ts";
import { confine, type Workspace } from "./workspace.ts";
import { writeText } from "./write-document.ts";

const INDEX = "README.md";

export interface LoadedCatalogue {
  catalogue: Catalogue;
  /** The files that it was read from. */
  sources: { file: string; text: string }[];
}

/**
 * Reads the project's own catalogue.
 *
 * @throws KnownError (`no-patterns`) where the project has none
 */
export function loadCatalogue(workspace: Workspace): LoadedCatalogue {
  const folder = workspace.config.patterns;
  const path = confine(workspace, folder);
  const names = existsSync(path)
    ? readdirSync(path)
        .filter((name) => name.endsWith(".md"))
        .sort()
    : [];
  const sources = names.flatMap((name) => {
    const read = readText(workspace, `${folder}/${name}`);
    return read && !read.trouble ? [{ file: `${folder}/${name}`, text: read.text }] : [];
  });
  const isIndex = ({ file }: { file: string }) => file.endsWith(`/${INDEX}`);
  const own = sources.filter((source) => !isIndex(source));
  if (own.length === 0)
    throw new KnownError(
      "no-patterns",
      `no patterns in ${folder}`,
      "Copy the shipped ones with `groundplan init --context`, or name the project with --root.",
    );
  return { catalogue: readCatalogue(own, sources.find(isIndex)), sources: own };
}

/**
 * Finds one pattern, in the project's own files or in the shipped ones.
 *
 * @param name its slug or its title
 * @returns its Markdown
 * @throws KnownError (`target`) for a name that no pattern bears
 */
export function patternText(workspace: Workspace, name: string): string {
  const shipped = shippedContext(workspace.config)
    .filter(([file]) => file.startsWith(`${workspace.config.patterns}/`))
    .map(([file, text]) => ({ file, text }));
  const own = hasOwn(workspace) ? loadCatalogue(workspace).sources : [];
  const files = new Set(own.map(({ file }) => file));
  const sources = [...own, ...shipped.filter(({ file }) => !files.has(file))];
  return textOf(name, readCatalogue(sources), sources);
}

function hasOwn(workspace: Workspace): boolean {
  const path = confine(workspace, workspace.config.patterns);
  return existsSync(path) && readdirSync(path).some((name) => name.endsWith(".md") && name !== INDEX);
}

function textOf(name: string, { files }: Catalogue, sources: readonly { file: string; text: string }[]): string {
  const patterns = files.flatMap(({ entries }) => entries.map(({ pattern }) => pattern));
  const found = patterns.find(({ slug, title }) => slug === name || nameKey(title) === nameKey(name));
  if (!found) {
    const suggestion = closest(
      name,
      patterns.map(({ slug }) => slug),
    );
    throw new KnownError(
      "target",
      `no pattern "${name}"`,
      suggestion ? `Did you mean ${suggestion}?` : "`groundplan patterns list` shows them.",
    );
  }
  const lines = sources.find(({ file }) => file === found.place.file)?.text.split("\n") ?? [];
  const end = lines.findIndex((line, index) => index >= found.place.line && /^## /.test(line));
  return `${lines
    .slice(found.place.line - 1, end === -1 ? undefined : end)
    .join("\n")
    .trimEnd()}\n`;
}

/** @returns the page that lists the patterns, relative to the workspace, after it was written. */
export function saveCatalogueIndex(workspace: Workspace, text: string): string {
  const file = `${workspace.config.patterns}/${INDEX}`;
  writeText(workspace, file, text, readText(workspace, file)?.revision ?? null);
  return file;
}
