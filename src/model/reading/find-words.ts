import { isUnspaced } from "../../text/headings.ts";

/** Phrases of one class, ready to be looked for. */
export interface Phrases {
  /** By their first word; those of scripts without spaces stand in `joined`. */
  byFirst: ReadonlyMap<string, readonly (readonly string[])[]>;
  joined: readonly string[];
  whole: ReadonlySet<string>;
  /** Longer words of such scripts, in which a phrase means something else. */
  compounds: readonly string[];
}

/** A sentence as its words, with what stands between them. */
interface Sentence {
  text: string;
  words: readonly string[];
  /** What stands in front of each word, back to the one before. */
  gaps: readonly string[];
}

/** So much of a sentence is enough to tell what it is. */
const SENTENCE = 600;
const WORD = /[\p{L}\p{M}\p{N}_]+/gu;

/** @returns the phrases of a class, in the form in which they are looked for. */
export function phrasesOf(phrases: readonly string[], compounds: readonly string[] = []): Phrases {
  const byFirst = new Map<string, string[][]>();
  const joined: string[] = [];
  const whole = new Set<string>();
  for (const phrase of phrases) {
    const { text, words } = split(phrase.normalize("NFKC"));
    whole.add(text);
    const [first] = words;
    if (first === undefined) continue;
    if (isUnspaced(phrase) || /\p{Script=Hangul}/u.test(phrase)) joined.push(text);
    else byFirst.set(first, [...(byFirst.get(first) ?? []), [...words]]);
  }
  return { byFirst, joined, whole, compounds };
}

let last: { source: string; sentence: Sentence } | undefined;

/** The same line is asked for several classes in a row. */
function sentenceOf(source: string): Sentence {
  if (last?.source !== source) last = { source, sentence: split(source) };
  return last.sentence;
}

function split(source: string): Sentence {
  const text = source
    .slice(0, SENTENCE)
    .replace(/['’“”"*_`]/g, "")
    .trim()
    .toLowerCase();
  const words: string[] = [];
  const gaps: string[] = [];
  let end = 0;
  for (const { 0: word, index } of text.matchAll(WORD)) {
    words.push(word);
    gaps.push(text.slice(end, index));
    end = index + word.length;
  }
  return { text, words, gaps };
}

/** @returns whether a text holds one of these phrases as whole words. */
export function has({ byFirst, joined, compounds }: Phrases, source: string): boolean {
  const sentence = sentenceOf(source);
  if (sentence.words.some((_, at) => standsAt(byFirst, sentence, at))) return true;
  if (!joined.some((phrase) => sentence.text.includes(phrase))) return false;
  const apart = compounds.reduce((text, compound) => text.replaceAll(compound, " "), sentence.text);
  return apart === sentence.text || joined.some((phrase) => apart.includes(phrase));
}

/** @returns whether a text begins with one of these phrases. */
export function opens({ byFirst, joined }: Phrases, source: string): boolean {
  const sentence = sentenceOf(source);
  return (sentence.gaps[0] === "" && standsAt(byFirst, sentence, 0)) || joined.some((phrase) => sentence.text.startsWith(phrase));
}

/** @returns whether a text is one of these phrases and nothing else. */
export function is({ whole }: Phrases, source: string): boolean {
  return whole.has(sentenceOf(source).text.replace(/[\s.!。-]{1,9}$/, ""));
}

/** A word behind a hyphen is a part of another: `non-required`. */
function standsAt(byFirst: Phrases["byFirst"], { words, gaps }: Sentence, at: number): boolean {
  const phrases = byFirst.get(words[at] ?? "");
  if (!phrases || gaps[at]?.endsWith("-")) return false;
  return phrases.some((phrase) =>
    phrase.every((word, index) => words[at + index] === word && (index === 0 || /^[\s,-]{1,9}$/.test(gaps[at + index] ?? ""))),
  );
}
