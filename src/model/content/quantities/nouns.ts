import { subjectStem } from "../stems.ts";

const NOUNS = /^(?:[\s\u00a0-][A-Za-z\u00c0-\u024f`_-]{2,30}){1,3}/;

const COMPOUND = /\s[a-z]{2,12}-[a-z]{2,12}(?=\s[a-z])/gi;

const NO_NOUN =
  /^(?:or|and|to|of|in|on|at|by|with|without|for|from|is|are|was|has|have|as|than|then|that|which|when|where|while|after|before|until|completed|passed|told|submitted|more|less|plus|other|times?|kinds?|types?|ways?|things?|cases?|or|per|an?|the|each)$/i;

const ATTEMPT = subjectStem("attempt");

/** @returns the stems of the words behind a number, up to the first one that is none of a thing */
export function nounsIn(rest: string): string[] {
  // "ten times as long" counts nothing.
  if (/^\stimes\s(?:as|the|that|more|less|longer|larger|faster|slower)\b/i.test(rest)) return [];
  // "Upper-case letters" are letters.
  const words =
    NOUNS.exec(rest)?.[0]
      .replace(COMPOUND, " ")
      .match(/[A-Za-z\u00c0-\u024f_]+/g) ?? [];
  const nouns: string[] = [];
  for (const word of words) {
    // What is done some times is attempted as often.
    const key = /^times$/i.test(word) && nouns.length === 0 ? ATTEMPT : NO_NOUN.test(word) ? "" : subjectStem(word);
    if (key === "") break;
    nouns.push(key);
  }
  return nouns;
}

/** @returns how long the first of them is as written */
export function nounsLength(rest: string): number {
  return /^[\s\u00a0-][A-Za-z\u00c0-\u024f_]{2,30}/.exec(rest)?.[0].length ?? 0;
}
