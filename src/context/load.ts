import { readdirSync } from "node:fs";
import { join } from "node:path";
import { type Baseline, NO_BASELINE, parseBaseline } from "../baseline.ts";
import { linkIn } from "../config/link-in.ts";
import { readOwn } from "../config/read-own.ts";
import { lineBudget } from "../config/settings.ts";
import { type Config, DEFAULTS, DOCUMENT_KINDS, isKind, PAGE_KINDS } from "../config.ts";
import { KnownError } from "../errors.ts";
import { readMarkdown } from "../markdown/index.ts";
import { packageRoot } from "../package-root.ts";
import { overlayPatterns } from "./overlay.ts";
import { readPatterns } from "./patterns.ts";
import { parseTemplate } from "./template.ts";
import type { Context, Pattern, Template } from "./types.ts";

/** Of thousands of findings, each with its path and its fingerprint. */
const LONGEST_BASELINE = 64 * 1024 * 1024;

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
  const own = readSources(root, config.templates).map(({ file, text }) => parseTemplate(text, file));
  refuseTwins(own);
  const kinds = new Set(own.map(({ kind }) => kind));
  const defaults =
    kinds.size === DOCUMENT_KINDS.length + PAGE_KINDS.length
      ? []
      : readSources(shipped, DEFAULTS.templates).map(({ file, text }) => parseTemplate(text, `groundplan:${file}`));
  const budgeted = [...defaults, ...own].map((template) => ({
    ...template,
    lines: isKind(template.kind) ? lineBudget(template.lines, config.lines[template.kind]) : template.lines,
  }));
  const byKind = Object.fromEntries(budgeted.map((template) => [template.kind, template])) as Context["templates"] & Context["pages"];
  const shippedPatterns = readSources(shipped, DEFAULTS.patterns).map(readPatternFile);
  const ownPatterns = readSources(root, config.patterns).map((source) => shippedPatterns.find(isSame(source)) ?? readPatternFile(source));
  const patterns = overlayPatterns(
    shippedPatterns.flatMap((file) => file.patterns),
    ownPatterns.flatMap((file) => file.patterns),
  );
  return {
    config,
    templates: pick(byKind, DOCUMENT_KINDS),
    pages: pick(byKind, PAGE_KINDS),
    patterns,
    shipped: new Map(shippedPatterns.map((file) => [file.file, file.anchors])),
    baseline: readBaseline(root, config),
  };
}

function pick<Kind extends string>(templates: Record<Kind, Template>, kinds: readonly Kind[]): Record<Kind, Template> {
  return Object.fromEntries(kinds.map((kind) => [kind, templates[kind]])) as Record<Kind, Template>;
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
  const text = readOwn(root, baseline, "baseline", LONGEST_BASELINE);
  return text === undefined ? NO_BASELINE : parseBaseline(text, baseline);
}

function readSources(root: string, folder: string): Source[] {
  const link = linkIn(root, folder);
  if (link !== undefined) throw unreadable(folder, "a symbolic link", "Put a real folder in its place: links are not followed.");
  return namesIn(root, folder)
    .filter((name) => name.endsWith(".md") && name !== "README.md")
    .sort()
    .flatMap((name) => {
      const file = `${folder}/${name}`;
      const text = readOwn(root, file, "template");
      return text === undefined ? [] : [{ file, text }];
    });
}

function namesIn(root: string, folder: string): string[] {
  try {
    return readdirSync(join(root, folder));
  } catch (thrown) {
    const { code = "unknown" } = thrown as NodeJS.ErrnoException;
    if (code === "ENOENT") return [];
    throw unreadable(folder, code, "Make the folder and its files readable.");
  }
}

const unreadable = (folder: string, why: string, advice: string) => new KnownError("template", `cannot read ${folder}: ${why}`, advice);

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
