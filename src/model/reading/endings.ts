import { addTo } from "../../text/group.ts";

/** Words that a language forms by their endings, such as its verbs: the classes of each ending, and the words that only look so. */
export interface Endings<Class extends string> {
  byEnding: ReadonlyMap<string, readonly Class[]>;
  lengths: readonly number[];
  others: ReadonlyMap<Class, ReadonlySet<string>>;
}

/** So much of a word stands in front of its ending. */
const SHORTEST_STEM = 2;

/** @returns whether a phrase of the lexicon stands for all words that end so: `-ется` */
export function isEnding(phrase: string): boolean {
  return /^-\p{L}{2,12}$/u.test(phrase);
}

/**
 * @param classes the phrases of each class
 * @param othersOf words that end so and are none of a class
 * @returns the endings among them, ready to be looked for
 */
export function endingsOf<Class extends string>(
  classes: readonly (readonly [of: Class, phrases: readonly string[]])[],
  othersOf: (of: Class) => readonly string[],
): Endings<Class> {
  const byEnding = new Map<string, Class[]>();
  const others = new Map<Class, ReadonlySet<string>>();
  for (const [of, phrases] of classes) {
    const endings = phrases.filter(isEnding);
    for (const ending of endings) addTo(byEnding, ending.slice(1), of);
    if (endings.length > 0) others.set(of, new Set(othersOf(of)));
  }
  return { byEnding, lengths: [...new Set([...byEnding.keys()].map(({ length }) => length))], others };
}

/** @returns the classes that a word is of by its ending */
export function classesByEnding<Class extends string>({ byEnding, lengths, others }: Endings<Class>, word: string): readonly Class[] {
  const found: Class[] = [];
  for (const length of lengths) {
    if (word.length < length + SHORTEST_STEM) continue;
    for (const of of byEnding.get(word.slice(-length)) ?? []) if (!others.get(of)?.has(word)) found.push(of);
  }
  return found;
}
