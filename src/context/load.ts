import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Baseline, NO_BASELINE, parseBaseline } from "../baseline.ts";
import { lineBudget } from "../config/settings.ts";
import { type Config, DEFAULTS, DOCUMENT_KINDS, type DocumentKind } from "../config.ts";
import { KnownError } from "../errors.ts";
import { readMarkdown } from "../markdown/index.ts";
import { packageRoot } from "../package-root.ts";
import { parsePatterns } from "./patterns.ts";
import { parseTemplate } from "./template.ts";
import type { Context, Template } from "./types.ts";

interface Source {
  file: string;
  text: string;
}

/**
 * Reads templates and patterns: the team's own where the workspace has them, the shipped ones otherwise.
 *
 * @param root the workspace's root
 * @throws KnownError (`template`) with file and line where one of them has a mistake in it
 */
export function loadContext(root: string, config: Config): Context {
  const shipped = packageRoot();
  const own = readSources(root, config.templates).map(({ file, text }) => parseTemplate(text, file));
  refuseTwins(own);
  const kinds = new Set(own.map(({ kind }) => kind));
  const defaults =
    kinds.size === DOCUMENT_KINDS.length
      ? []
      : readSources(shipped, DEFAULTS.templates).map(({ file, text }) => parseTemplate(text, `groundplan:${file}`));
  const budgeted = [...defaults, ...own].map((template) => ({
    ...template,
    lines: lineBudget(template.lines, config.lines[template.kind]),
  }));
  const templates = Object.fromEntries(budgeted.map((template) => [template.kind, template])) as Record<DocumentKind, Template>;
  const shippedPatterns = readSources(shipped, DEFAULTS.patterns);
  const patterns = overlay(shippedPatterns, readSources(root, config.patterns)).flatMap(({ file, text }) => parsePatterns(text, file));
  return { config, templates, patterns, shipped: readAnchors(shippedPatterns), baseline: readBaseline(root, config) };
}

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

/** A file of the team's own takes the place of the shipped file of the same name. */
function overlay(shipped: readonly Source[], own: readonly Source[]): Source[] {
  const byName = new Map([...shipped, ...own].map((source) => [source.file.slice(source.file.lastIndexOf("/") + 1), source]));
  return [...byName.values()];
}

/** What documents may link to although it is not in the workspace. */
function readAnchors(sources: readonly Source[]): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(sources.map(({ file, text }) => [file, readMarkdown(text).anchors]));
}

/** @returns the shipped templates and patterns, by the paths that a workspace keeps its own under. */
export function shippedContext(config: Config): [string, string][] {
  const root = packageRoot();
  return [[DEFAULTS.templates, config.templates] as const, [DEFAULTS.patterns, config.patterns] as const].flatMap(([from, to]) =>
    readSources(root, from).map(({ file, text }): [string, string] => [file.replace(from, to), text]),
  );
}
