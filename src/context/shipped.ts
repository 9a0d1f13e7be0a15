import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEFAULTS } from "../config/config.ts";
import { type PackedLexicon, packLexicon, unpackLexicon } from "./lexicon/packed.ts";
import { compileLexicon, parseLanguage } from "./lexicon/parse.ts";
import { type LanguageWords, LEXICON_FOLDER, type Lexicon } from "./lexicon/types.ts";
import { packageRoot } from "./package-root.ts";
import { type PatternSource, readPatternFile, readSources, type Source } from "./sources.ts";
import { parseTemplate } from "./template.ts";
import type { Template } from "./types.ts";

/** The templates, patterns and words of the package. */
export interface Shipped {
  templates: Template[];
  patterns: PatternSource[];
  lexicon: Lexicon;
  /** The files that the lexicon was made of. */
  languages: Source[];
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
  const parsed = readParsed();
  if (parsed?.digest !== wanted && parsed?.packaged !== wanted) return undefined;
  const { templates, patterns, lexicon } = parsed;
  return {
    templates,
    patterns: patterns.map((file, index) => ({ ...file, text: sources.patterns[index]?.text ?? "" })),
    lexicon: unpackLexicon(lexicon),
    languages: sources.languages,
  };
}

/** @returns what the build leaves for {@link loadShipped}: the files are read there anyway, so their texts are left out. */
export function prepareShipped(): string {
  const sources = readShipped();
  const { templates, patterns, lexicon } = parseShipped(sources);
  return JSON.stringify({
    digest: digestOf(sources),
    // The package brings one file of words as an example of its keys; the words of all languages are in here.
    packaged: digestOf({ ...sources, languages: sources.languages.filter(isExample) }),
    templates,
    patterns: patterns.map(({ text: _, ...file }) => file),
    lexicon: packLexicon(lexicon),
  });
}

interface ShippedSources {
  templates: Source[];
  patterns: Source[];
  languages: Source[];
}

function readShipped(): ShippedSources {
  const root = packageRoot();
  return {
    templates: readSources(root, DEFAULTS.templates),
    patterns: readSources(root, DEFAULTS.patterns),
    languages: readSources(root, LEXICON_FOLDER, ".yaml"),
  };
}

/** English comes first: where languages share a word, it is English. */
function inOrder(languages: readonly LanguageWords[]): LanguageWords[] {
  return [...languages.filter(({ language }) => language === "en"), ...languages.filter(({ language }) => language !== "en")];
}

const isExample = ({ file }: Source) => file.endsWith("/en.yaml");

function parseShipped({ templates, patterns, languages }: ShippedSources): Shipped {
  const packed = languages.every(isExample) ? readParsed()?.lexicon : undefined;
  return {
    lexicon: packed
      ? unpackLexicon(packed)
      : compileLexicon(inOrder(languages.map(({ file, text }) => parseLanguage(text, `groundplan:${file}`)))),
    templates: templates.map(({ file, text }) => parseTemplate(text, `groundplan:${file}`)),
    patterns: patterns.map(readPatternFile),
    languages,
  };
}

function readParsed():
  | (Omit<Shipped, "languages" | "lexicon"> & { digest?: string; packaged?: string; lexicon: PackedLexicon })
  | undefined {
  try {
    return JSON.parse(readFileSync(join(packageRoot(), PARSED), "utf8"));
  } catch {
    return undefined;
  }
}

function digestOf({ templates, patterns, languages }: ShippedSources): string {
  const hash = createHash("sha256");
  for (const { file, text } of [...templates, ...patterns, ...languages]) hash.update(`${file} ${text.length}\n${text}`);
  return hash.digest("base64url");
}
