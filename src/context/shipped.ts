import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULTS } from "../config/config.ts";
import { packageRoot } from "./package-root.ts";
import { type PatternSource, readPatternFile, readSources, type Source } from "./sources.ts";
import { parseTemplate } from "./template.ts";
import type { Template } from "./types.ts";

/** The templates and patterns of the package. */
export interface Shipped {
  templates: Template[];
  patterns: PatternSource[];
}

/** Where the build leaves what it has parsed, within the package. */
export const PARSED = "dist/context.json";

let last: { digest: string; shipped: Shipped } | undefined;

/**
 * Reads the shipped templates and patterns. Parsing them takes longer than checking a feature, so the build has done it:
 * what it left is taken for as long as the files are those that it has read.
 */
export function loadShipped(): Shipped {
  const sources = readShipped();
  const digest = digestOf(sources);
  // A server reads them at every call.
  if (last?.digest !== digest) last = { digest, shipped: takeParsed(sources, digest) ?? parseShipped(sources) };
  return last.shipped;
}

function takeParsed(sources: ReturnType<typeof readShipped>, wanted: string): Shipped | undefined {
  const { digest, templates, patterns } = readParsed();
  if (digest !== wanted) return undefined;
  return { templates, patterns: patterns.map((file, index) => ({ ...file, text: sources.patterns[index]?.text ?? "" })) };
}

/** @returns what the build leaves for {@link loadShipped}: the files are read there anyway, so their texts are left out. */
export function prepareShipped(): string {
  const sources = readShipped();
  const { templates, patterns } = parseShipped(sources);
  return JSON.stringify({ digest: digestOf(sources), templates, patterns: patterns.map(({ text: _, ...file }) => file) });
}

function readShipped(): { templates: Source[]; patterns: Source[] } {
  const root = packageRoot();
  return { templates: readSources(root, DEFAULTS.templates), patterns: readSources(root, DEFAULTS.patterns) };
}

function parseShipped({ templates, patterns }: ReturnType<typeof readShipped>): Shipped {
  return {
    templates: templates.map(({ file, text }) => parseTemplate(text, `groundplan:${file}`)),
    patterns: patterns.map(readPatternFile),
  };
}

function readParsed(): Shipped & { digest?: string } {
  try {
    return JSON.parse(readFileSync(join(packageRoot(), PARSED), "utf8"));
  } catch {
    return { templates: [], patterns: [] };
  }
}

function digestOf({ templates, patterns }: ReturnType<typeof readShipped>): string {
  const hash = createHash("sha256");
  for (const { file, text } of [...templates, ...patterns]) hash.update(`${file} ${text.length}\n${text}`);
  return hash.digest("base64url");
}
