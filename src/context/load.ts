import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Baseline, NO_BASELINE, parseBaseline } from "../baseline.ts";
import { lineBudget } from "../config/settings.ts";
import { type Config, DEFAULTS, DOCUMENT_KINDS, type DocumentKind } from "../config.ts";
import { KnownError } from "../errors.ts";
import { readMarkdown } from "../markdown/index.ts";
import { packageRoot } from "../package-root.ts";
import { overlayPatterns } from "./overlay.ts";
import { readPatterns } from "./patterns.ts";
import { parseTemplate } from "./template.ts";
import type { Context, Pattern, Template } from "./types.ts";

/** The skeleton of a pattern is no document's schema; `patterns new` reads it. */
export const PATTERN_TEMPLATE = "pattern-doc.md";

interface Source {
  file: string;
  text: string;
}

/**
 * Reads templates and patterns: the team's own where the workspace has them, the shipped ones otherwise. A template
 * of the team's own takes the place of the shipped one of its kind, a pattern the place of the one with its slug.
 *
 * @param root the workspace's root
 * @throws KnownError (`template`) with file and line where one of them has a mistake in it
 */
export function loadContext(root: string, config: Config): Context {
  const shipped = packageRoot();
  const own = readTemplates(root, config.templates).map(({ file, text }) => parseTemplate(text, file));
  refuseTwins(own);
  const kinds = new Set(own.map(({ kind }) => kind));
  const defaults =
    kinds.size === DOCUMENT_KINDS.length
      ? []
      : readTemplates(shipped, DEFAULTS.templates).map(({ file, text }) => parseTemplate(text, `groundplan:${file}`));
  const budgeted = [...defaults, ...own].map((template) => ({
    ...template,
    lines: lineBudget(template.lines, config.lines[template.kind]),
  }));
  const templates = Object.fromEntries(budgeted.map((template) => [template.kind, template])) as Record<DocumentKind, Template>;
  const shippedPatterns = readSources(shipped, DEFAULTS.patterns).map(readPatternFile);
  const ownPatterns = readSources(root, config.patterns).map((source) => shippedPatterns.find(isSame(source)) ?? readPatternFile(source));
  const patterns = overlayPatterns(
    shippedPatterns.flatMap((file) => file.patterns),
    ownPatterns.flatMap((file) => file.patterns),
  );
  const anchors = new Map(shippedPatterns.map((file) => [file.file, file.anchors]));
  return { config, templates, patterns, shipped: anchors, baseline: readBaseline(root, config) };
}

interface ParsedSource extends Source {
  patterns: Pattern[];
  /** What documents may link to, although the file is not in the workspace. */
  anchors: ReadonlySet<string>;
}

function readPatternFile({ file, text }: Source): ParsedSource {
  const document = readMarkdown(text);
  return { file, text, patterns: readPatterns(document, file), anchors: document.anchors };
}

/** Copies that nobody has changed need not be read twice. */
const isSame =
  ({ file, text }: Source) =>
  (other: Source) =>
    other.file === file && other.text === text;

function readBaseline(root: string, { baseline }: Config): Baseline {
  const path = join(root, baseline);
  return existsSync(path) ? parseBaseline(readFileSync(path, "utf8"), baseline) : NO_BASELINE;
}

function readSources(root: string, folder: string): Source[] {
  const path = join(root, folder);
  if (!existsSync(path)) return [];
  try {
    return readdirSync(path)
      .filter((name) => name.endsWith(".md") && name !== "README.md")
      .sort()
      .map((name) => ({ file: `${folder}/${name}`, text: readFileSync(join(path, name), "utf8") }));
  } catch (thrown) {
    throw new KnownError(
      "template",
      `cannot read ${folder}: ${(thrown as NodeJS.ErrnoException).code ?? "unknown"}`,
      "Make the folder and its files readable.",
    );
  }
}

function readTemplates(root: string, folder: string): Source[] {
  return readSources(root, folder).filter(({ file }) => file !== `${folder}/${PATTERN_TEMPLATE}`);
}

function refuseTwins(templates: readonly Template[]): void {
  for (const [index, template] of templates.entries()) {
    const twin = templates.slice(0, index).find(({ kind }) => kind === template.kind);
    if (twin)
      throw new KnownError(
        "template",
        `${template.file}:1: unexpected second template of the kind ${template.kind}`,
        `Keep one of ${twin.file} and ${template.file}.`,
      );
  }
}

/** @returns the shipped templates and patterns, by the paths that a workspace keeps its own under. */
export function shippedContext(config: Config): [string, string][] {
  const root = packageRoot();
  return [[DEFAULTS.templates, config.templates] as const, [DEFAULTS.patterns, config.patterns] as const].flatMap(([from, to]) =>
    readSources(root, from).map(({ file, text }): [string, string] => [file.replace(from, to), text]),
  );
}
