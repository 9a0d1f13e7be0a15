import type { Pattern } from "../context/types.ts";
import { closest } from "../names.ts";

/** A pattern that a search found, the best first. */
export interface PatternMatch {
  pattern: Pattern;
  score: number;
}

/** What a word weighs by the place where a pattern has it. */
const WEIGHTS = { title: 3, signal: 2, phrase: 1, fits: 1, category: 1 } as const;
/** A whole signal in the question is worth more than its words one by one. */
const WHOLE_SIGNAL = 3;
/** Words that tell nothing about what is searched for. */
const EMPTY = new Set(
  "a an and are as at be by can could do does for from get has have how i if in into is it its me my not of on one or our should so some that the their them then there they this to use want we what when where which while who why will with would you your".split(
    " ",
  ),
);

/** The words of a pattern, stemmed, with the largest weight that each has. */
interface Entry {
  pattern: Pattern;
  weights: Map<string, number>;
  signals: string[][];
}

/**
 * Ranks patterns by a question in everyday words, over their titles, signals, fits and categories.
 *
 * @param question a few words; an empty one finds every pattern, in the catalogue's order
 * @param category only patterns of this category
 */
export function searchPatterns(patterns: readonly Pattern[], question: string, category?: string): PatternMatch[] {
  const entries = patterns.map(indexPattern);
  const asked = termsOf(question);
  const wanted = entries.filter(({ pattern }) => category === undefined || pattern.category === category);
  if (asked.length === 0) return wanted.map(({ pattern }) => ({ pattern, score: 0 }));
  const vocabulary = [...new Set(entries.flatMap(({ weights }) => [...weights.keys()]))];
  const terms = [...new Set(asked.map((term) => mend(term, vocabulary)))];
  const rarity = new Map(terms.map((term) => [term, rarityOf(term, entries)]));
  return wanted
    .map((entry) => ({ pattern: entry.pattern, score: scoreOf(entry, terms, rarity) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => lastly(a) - lastly(b) || b.score - a.score || a.pattern.slug.localeCompare(b.pattern.slug));
}

/** What is deprecated can be found, below everything that is current. */
function lastly({ pattern }: PatternMatch): number {
  return pattern.status === "deprecated" ? 1 : 0;
}

function indexPattern(pattern: Pattern): Entry {
  const weights = new Map<string, number>();
  const add = (text: string, weight: number) => {
    for (const term of termsOf(text)) weights.set(term, Math.max(weight, weights.get(term) ?? 0));
  };
  add(pattern.title, WEIGHTS.title);
  for (const signal of pattern.signals) add(signal, signal.includes(" ") ? WEIGHTS.phrase : WEIGHTS.signal);
  add(pattern.fits, WEIGHTS.fits);
  add(pattern.category, WEIGHTS.category);
  return { pattern, weights, signals: pattern.signals.map(termsOf).filter((terms) => terms.length > 1) };
}

function scoreOf({ weights, signals }: Entry, terms: readonly string[], rarity: ReadonlyMap<string, number>): number {
  const words = terms.reduce((sum, term) => sum + (weights.get(term) ?? 0) * (rarity.get(term) ?? 0), 0);
  const whole = signals.filter((signal) => signal.every((term) => terms.includes(term))).length;
  return words + whole * WHOLE_SIGNAL;
}

/** A word that few patterns have says more than one that all have. */
function rarityOf(term: string, entries: readonly Entry[]): number {
  const having = entries.filter(({ weights }) => weights.has(term)).length;
  return Math.log(1 + entries.length / (1 + having));
}

/** A misspelt word stands for the one that the catalogue has. */
function mend(term: string, vocabulary: readonly string[]): string {
  return term.length < 5 || vocabulary.includes(term) ? term : (closest(term, vocabulary) ?? term);
}

function termsOf(text: string): string[] {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => !EMPTY.has(word)).map(stem);
}

/** English endings, as far as the same word in two forms needs it: retries, retried and retry are one. */
function stem(word: string): string {
  if (word.length < 4) return word;
  return word
    .replace(/(?:ies|ied)$/, "y")
    .replace(/(?<=[^s]{2})(?:s|ing|ed|es)$/, "")
    .replace(/(?<=..[^e])e$/, "");
}
