import { shippedContext } from "../context/load.ts";
import { readCatalogue } from "../context/patterns/catalogue.ts";
import { isUnchangedCopy } from "../context/patterns/copies.ts";
import { withoutMarks } from "../context/patterns/edit.ts";
import { parsePatterns, readPatterns } from "../context/patterns/read.ts";
import type { Catalogue } from "../context/types.ts";
import { KnownError } from "../findings/errors.ts";
import { readMarkdown } from "../markdown/index.ts";
import { closest, nameKey } from "../text/names.ts";
import { namesIn } from "./names-in.ts";
import { readText } from "./read-file.ts";
import { confine, type Workspace } from "./workspace.ts";
import { writeText } from "./writing/write-document.ts";

const INDEX = "README.md";

interface Source {
  file: string;
  text: string;
}

export interface LoadedCatalogue {
  catalogue: Catalogue;
  /** The files that it was read from. */
  sources: Source[];
}

/**
 * Reads the project's own catalogue.
 *
 * @throws KnownError (`no-patterns`) where the project has none
 */
export function loadCatalogue(workspace: Workspace): LoadedCatalogue {
  const folder = workspace.config.patterns;
  const sources = readAll(workspace);
  const isIndex = ({ file }: { file: string }) => file.endsWith(`/${INDEX}`);
  // What was only copied is groundplan's to keep.
  const own = sources.filter((source) => !isIndex(source) && !isUnchangedCopy(source.text));
  if (own.length === 0)
    throw new KnownError(
      "no-patterns",
      `no patterns in ${folder}`,
      "Copy the shipped ones with `groundplan init --context`, or name the project with --root.",
    );
  const shipped = shippedPatterns(workspace).flatMap(({ file, text }) => parsePatterns(text, file));
  return { catalogue: readCatalogue(own, sources.find(isIndex), shipped), sources: own };
}

/** A file of patterns of the project's own, with the revision that an edit names. */
interface RevisedSource extends Source {
  revision: string;
}

function readAll(workspace: Workspace): RevisedSource[] {
  const folder = workspace.config.patterns;
  const path = confine(workspace, folder);
  return namesIn(path)
    .filter((name) => name.endsWith(".md"))
    .sort()
    .flatMap((name) => {
      const read = readText(workspace, `${folder}/${name}`);
      return read && !read.trouble ? [{ file: `${folder}/${name}`, text: read.text, revision: read.revision }] : [];
    });
}

/** @returns the files of patterns of the project's own; empty where it has none. */
export function ownPatternFiles(workspace: Workspace): RevisedSource[] {
  return readAll(workspace).filter(({ file }) => !file.endsWith(`/${INDEX}`));
}

/**
 * Finds one pattern, in the project's own files or in the shipped ones.
 *
 * @param name its slug or its title
 * @returns its Markdown
 * @throws KnownError (`target`) for a name that no pattern bears
 */
export function patternText(workspace: Workspace, name: string): string {
  const shipped = shippedPatterns(workspace);
  const own = hasOwn(workspace) ? loadCatalogue(workspace).sources : [];
  const text = textIn(name, own) ?? textIn(name, shipped);
  if (text !== undefined) return text;
  const slugs = [...own, ...shipped].flatMap((source) => parsePatterns(source.text, source.file).map(({ slug }) => slug));
  throw unknownPattern(name, slugs);
}

/** @returns the shipped files of patterns, by the paths that the project keeps its own under. */
export function shippedPatterns({ config }: Workspace): Source[] {
  return shippedContext(config)
    .filter(([file]) => file.startsWith(`${config.patterns}/`))
    .map(([file, text]) => ({ file, text }));
}

/** @returns whether a pattern's Markdown, as {@link patternText} gives it, is what groundplan ships. */
export function isShippedPattern(workspace: Workspace, text: string): boolean {
  return shippedPatterns(workspace).some((source) => withoutMarks(source.text).includes(text.trimEnd()));
}

/** @returns what to tell of a name that no pattern bears */
export function unknownPattern(name: string, slugs: readonly string[]): KnownError {
  const suggestion = closest(name, slugs);
  return new KnownError(
    "target",
    `no pattern "${name}"`,
    suggestion ? `Did you mean ${suggestion}?` : "`groundplan patterns list` shows them.",
  );
}

/** @returns whether the project has patterns of its own. */
export function hasOwn(workspace: Workspace): boolean {
  return ownPatternFiles(workspace).some(({ text }) => !isUnchangedCopy(text));
}

function textIn(name: string, sources: readonly Source[]): string | undefined {
  for (const { file, text } of sources) {
    const document = readMarkdown(text);
    const found = readPatterns(document, file).find(({ slug, title }) => slug === name || nameKey(title) === nameKey(name));
    if (found?.form === "document") return `${document.text.slice(document.frontMatter.span?.end ?? 0).trim()}\n`;
    const section = found && document.allSections.find(({ depth, anchor }) => depth === 2 && anchor === found.slug);
    if (section) return `${withoutMarks(document.text.slice(section.span.start, section.span.end)).trimEnd()}\n`;
  }
  return undefined;
}

/** @returns the page that lists the patterns, relative to the workspace, after it was written. */
export function saveCatalogueIndex(workspace: Workspace, text: string): string {
  const file = `${workspace.config.patterns}/${INDEX}`;
  writeText(workspace, file, text, readText(workspace, file)?.revision ?? null);
  return file;
}
