import { literalsOf } from "./literals.ts";
import type { CodeFact, CodeKind, Rule } from "./types.ts";

/** Declares the rules of one language. Runs of spaces are bounded here, so that no line, however long, costs more than its length. */
export function rulesOf(language: string, patterns: Readonly<Record<string, RegExp | readonly RegExp[]>>): Rule[] {
  return Object.entries(patterns).flatMap(([construct, pattern]) =>
    [pattern].flat().map((each) => ({
      language,
      construct,
      pattern: new RegExp(bounded(each.source), `${each.flags.replace(/[gm]/g, "")}gm`),
      literals: literalsOf(each.flags.includes("i") ? each.source.toLowerCase() : each.source),
    })),
  );
}

function bounded(source: string): string {
  return source.replaceAll("[ \\t]*", "[ \\t]{0,60}").replaceAll("[ \\t]+", "[ \\t]{1,60}");
}

/** @returns the stretches that the rules match, the trailing space left out. */
export function* matches(text: string, kind: CodeKind, rules: readonly Rule[]): Generator<CodeFact> {
  const lower = text.toLowerCase();
  for (const { language, construct, pattern, literals } of rules) {
    const searched = pattern.ignoreCase ? lower : text;
    if (literals && !literals.some((literal) => searched.includes(literal))) continue;
    for (const { 0: found, index } of text.matchAll(pattern)) {
      const start = index + (/^\s*/.exec(found)?.[0].length ?? 0);
      yield { kind, language, construct, start, end: index + found.trimEnd().length };
    }
  }
}
