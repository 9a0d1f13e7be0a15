import { type Config, DEFAULTS, DOCUMENT_KINDS, type DocumentKind, isKind, PAGE_KINDS } from "../config/config.ts";
import { readOwn } from "../config/read-own.ts";
import { lineBudget } from "../config/settings.ts";
import { type Baseline, LONGEST_BASELINE, NO_BASELINE, parseBaseline } from "../findings/baseline.ts";
import { KnownError } from "../findings/errors.ts";
import { withOwnWords } from "./lexicon/own.ts";
import type { Lexicon } from "./lexicon/types.ts";
import { overlayPatterns } from "./overlay.ts";
import { packageRoot } from "./package-root.ts";
import { isUnchangedCopy } from "./patterns/copies.ts";
import { loadShipped } from "./shipped.ts";
import { readPatternFile, readSources, type Source } from "./sources.ts";
import { withStandardWords } from "./standard-words.ts";
import { parseTemplate } from "./template.ts";
import type { Context, Template } from "./types.ts";

/**
 * Reads templates and patterns: the team's own where the workspace has them, the shipped ones otherwise. A template
 * of the team's own takes the place of the shipped one of its kind, a pattern the place of the one with its slug.
 *
 * @param root the workspace's root
 * @param baseline read the baseline as well
 * @throws KnownError (`template`) with file and line where one of them has a mistake in it
 */
export function loadContext(root: string, config: Config, baseline = true): Context {
  const shipped = loadShipped();
  const lexicon = withOwnWords(shipped, root, config);
  const own = readSources(root, config.templates).map(({ file, text }) =>
    inStandardWords(parseTemplate(text, file), shipped.templates, lexicon),
  );
  refuseTwins(own);
  const kinds = new Set(own.map(({ kind }) => kind));
  const defaults = kinds.size === DOCUMENT_KINDS.length + PAGE_KINDS.length ? [] : shipped.templates;
  const budgeted = [...defaults, ...own].map((template) => ({
    ...template,
    lines: isKind(template.kind) ? lineBudget(template.lines, config.lines[template.kind]) : template.lines,
  }));
  const byKind = Object.fromEntries(budgeted.map((template) => [template.kind, template])) as Context["templates"] & Context["pages"];
  refuseEmptyBudgets(config, byKind);
  // Copies that nobody has changed say what is shipped, or was: their own version counts.
  const changed = readSources(root, config.patterns).filter(({ text }) => !isUnchangedCopy(text));
  const ownPatterns = changed.map((source) => shipped.patterns.find(isSame(source)) ?? readPatternFile(source));
  const patterns = overlayPatterns(
    shipped.patterns.flatMap((file) => file.patterns),
    ownPatterns.flatMap((file) => file.patterns),
  );
  return {
    config,
    templates: pick(byKind, DOCUMENT_KINDS),
    pages: pick(byKind, PAGE_KINDS),
    patterns,
    lexicon,
    shipped: new Map(shipped.patterns.flatMap(({ file, anchors }) => placesOf(file, config).map((place) => [place, new Set(anchors)]))),
    baseline: baseline ? readBaseline(root, config) : NO_BASELINE,
  };
}

/** Links name a shipped page where the project keeps its own patterns, or by the usual path. */
function placesOf(file: string, { patterns }: Config): string[] {
  return [...new Set([file, file.replace(DEFAULTS.patterns, () => patterns)])];
}

function pick<Kind extends string>(templates: Record<Kind, Template>, kinds: readonly Kind[]): Record<Kind, Template> {
  return Object.fromEntries(kinds.map((kind) => [kind, templates[kind]])) as Record<Kind, Template>;
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

/** Who sets one bound alone may set it beyond the other, which the template gives. */
function refuseEmptyBudgets({ lines, overrides, source }: Config, templates: Readonly<Record<DocumentKind, Template>>): void {
  const sets = [
    { path: "lines", set: lines },
    ...overrides.map((one, index) => ({ path: `overrides.${index}.lines`, set: one.lines ?? {} })),
  ];
  for (const { path, set } of sets)
    for (const kind of DOCUMENT_KINDS) {
      const budget = set[kind] && lineBudget(templates[kind].lines, set[kind]);
      if (!budget || budget.min <= budget.max) continue;
      throw new KnownError(
        "config",
        `${source ?? "the configuration"}: unexpected ${path}.${kind}: a min of ${budget.min} above a max of ${budget.max}`,
        "Set both: the bound that is not set is the template's.",
      );
    }
}

function inStandardWords(own: Template, shipped: readonly Template[], lexicon: Lexicon): Template {
  const standard = shipped.find(({ kind }) => kind === own.kind);
  return standard ? withStandardWords(own, standard, lexicon) : own;
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
