import MiniSearch from "minisearch";
import { stem, wordsOf } from "../../text/words.ts";
import type { Pattern } from "../types.ts";
import { synonymsOf } from "./synonyms.ts";

/** A pattern that answers a question, with how well it does: the higher, the better. */
export interface PatternHit {
  pattern: Pattern;
  score: number;
}

/** How much a word counts by where it stands: in the name most, in the running text least. */
const WEIGHTS = { title: 5, asked: 5, signals: 4, fits: 3, tags: 2, text: 1 };
/** How much a word counts that nobody said, beside one that was said. */
const IMPLIED = 0.6;

/** Words that ask and join, and tell nothing of what is sought. */
const COMMON = new Set(
  "a after all also always an and any are as at be because been before but by can cannot could do does every for from get gets had has have how i if in into is it its like me more most must my need needs no not of often on only or our over same should so some still than that the their them then there they this to too us very want was we what when where which while why will with would you your".split(
    " ",
  ),
);

let last: { patterns: readonly Pattern[]; index: MiniSearch } | undefined;

/**
 * Finds the patterns that answer a question in everyday words. Pure: the same patterns and words give the same hits.
 *
 * @param words a question, or words of it; the order does not matter
 * @param limit at most so many
 * @returns the best first, deprecated patterns after the current ones; empty where no word occurs, nor one close to it
 */
export function searchPatterns(patterns: readonly Pattern[], words: string, limit: number): PatternHit[] {
  const index = indexOf(patterns);
  const said = [...new Set(words.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [])].filter((word) => !COMMON.has(word)).map(stem);
  const implied = said.flatMap(synonymsOf).filter((word) => !said.includes(word));
  const query = [...said, ...implied].join(" ");
  const boostTerm = (term: string) => (said.includes(term) ? 1 : IMPLIED);
  const exact = index.search(query, { boostTerm });
  // What is spelt differently counts only where nothing is spelt as asked for.
  const found = exact.length > 0 ? exact : index.search(query, { boostTerm, prefix: true, fuzzy: 0.2 });
  const hits = found.flatMap(({ id, score, queryTerms }): PatternHit[] => {
    const pattern = patterns[id as number];
    // The index multiplies by the number of words that match; a long question would drown its one telling word.
    return pattern ? [{ pattern, score: score / queryTerms.length }] : [];
  });
  const isOld = ({ pattern }: PatternHit) => Number(pattern.status === "deprecated");
  return hits.sort((a, b) => isOld(a) - isOld(b) || b.score - a.score).slice(0, limit);
}

/** A server answers many questions on one catalogue. */
function indexOf(patterns: readonly Pattern[]): MiniSearch {
  const isSame = last?.patterns.length === patterns.length && last.patterns.every((pattern, at) => pattern === patterns[at]);
  if (last && isSame) return last.index;
  const index = new MiniSearch({
    fields: Object.keys(WEIGHTS),
    tokenize: (text) => wordsOf(text).map((word) => word.stem),
    processTerm: (term) => term,
    searchOptions: { boost: WEIGHTS },
  });
  index.addAll(
    patterns.map(({ title, asked, signals, fits, tags, migrationDate, text }, id) => ({
      id,
      title,
      fits,
      text,
      asked: asked.join(" "),
      signals: signals.join(" "),
      tags: [...tags, migrationDate ?? ""].join(" "),
    })),
  );
  last = { patterns, index };
  return index;
}
