import { matchesIn, prefiltered } from "../../text/required-literals.ts";
import { trigramFilterOf } from "../../text/trigrams.ts";
import type { CodeFact, CodeKind, Rule } from "./types.ts";

/** Declares the rules of one language. Runs of spaces are bounded here, so that no line, however long, costs more than its length. */
export function rulesOf(language: string, patterns: Readonly<Record<string, RegExp | readonly RegExp[]>>): Rule[] {
  return Object.entries(patterns).flatMap(([construct, pattern]) =>
    [pattern].flat().map((each) => ({
      language,
      construct,
      sought: prefiltered(new RegExp(bounded(each.source), `${each.flags.replace(/[gm]/g, "")}gm`)),
    })),
  );
}

function bounded(source: string): string {
  return source.replaceAll("[ \\t]*", "[ \\t]{0,60}").replaceAll("[ \\t]+", "[ \\t]{1,60}");
}

/** Finds the stretches of a text that rules match, the trailing space left out. */
export type Search = (kind: CodeKind, rules: readonly Rule[]) => CodeFact[];

/** Prepares a text for many rules. */
export function searchIn(text: string): Search {
  const filter = trigramFilterOf(text);
  return (kind, rules) => {
    const facts: CodeFact[] = [];
    for (const { language, construct, sought } of rules) {
      for (const { 0: found, index } of matchesIn(text, filter, sought)) {
        const start = index + (/^\s*/.exec(found)?.[0].length ?? 0);
        facts.push({ kind, language, construct, start, end: index + found.trimEnd().length });
      }
    }
    return facts;
  };
}
