/** Words that say nothing of what a feature is about. */
const COMMON = new Set(
  "the a an and or of to in on for with by is are be as at it its this that from not no if then when who which must shall should may can will user users system feature data value values field fields name names type types list get set add new one all each any id ids api request response create update delete show index service services controller handler model models app src main test tests string number given where what their they has have than more less per use used using before after into only also other such requirement requirements".split(
    " ",
  ),
);

/** @returns the words that a name is made of, in lower case and without a plural's ending. */
export function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .split(/[^A-Za-z0-9]{1,40}/)
    .map((word) => stem(word.toLowerCase()))
    .filter((word) => word.length > 2 && !COMMON.has(word));
}

function stem(word: string): string {
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return word.length > 3 && word.endsWith("s") && !word.endsWith("ss") ? word.slice(0, -1) : word;
}

/** @returns how often each word of {@link wordsOf} stands in a text */
export function countWords(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of wordsOf(text)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** What shares this part of the best one's words by weight, or less, is touched by chance. */
const BY_CHANCE = 0.3;

/**
 * @param nameOf what a fact is called
 * @param text the words of a text, with how often each stands in it
 * @returns the facts whose names share words with a text, those that share most, rarest and those it says most often first
 */
export function touching<T>(facts: readonly T[], nameOf: (fact: T) => string, text: ReadonlyMap<string, number>, most: number): T[] {
  const named = facts.map((fact) => ({ fact, words: new Set(wordsOf(nameOf(fact))) }));
  const counts = new Map<string, number>();
  for (const { words } of named) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weight = (word: string) => Math.log2(1 + (text.get(word) ?? 0)) / Math.sqrt(counts.get(word) ?? 1);
  const scored = named
    .map(({ fact, words }) => ({
      fact,
      score: [...words].filter((word) => text.has(word)).reduce((sum, word) => sum + weight(word), 0) / Math.sqrt(words.size || 1),
    }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score);
  const least = (scored[0]?.score ?? 0) * BY_CHANCE;
  return scored
    .filter(({ score }) => score > least)
    .slice(0, most)
    .map(({ fact }) => fact);
}
