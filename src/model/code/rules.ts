import type { CodeFact, CodeKind, Rule } from "./types.ts";

/** Longest stretch of one line that rules look at; what is behind it is looked at as a line of its own. */
export const WINDOW = 2000;

/** Declares the rules of one language; a pattern without flags is tried at the beginning of each line. */
export function rulesOf(language: string, patterns: Readonly<Record<string, RegExp | readonly RegExp[]>>): Rule[] {
  return Object.entries(patterns).flatMap(([construct, pattern]) =>
    [pattern].flat().map((each) => ({ language, construct, pattern: new RegExp(each.source, `${each.flags.replace(/[gm]/g, "")}gm`) })),
  );
}

/** @returns the stretches that the rules match, the trailing space left out. */
export function* matches(text: string, kind: CodeKind, rules: readonly Rule[]): Generator<CodeFact> {
  for (const { language, construct, pattern } of rules) {
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const start = index + (/^\s*/.exec(found)?.[0].length ?? 0);
      yield { kind, language, construct, start, end: index + found.trimEnd().length };
    }
  }
}
