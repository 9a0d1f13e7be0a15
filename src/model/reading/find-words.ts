import { addTo } from "../../text/group.ts";
import { isUnspaced } from "../../text/headings.ts";
import { matchesOf } from "../../text/matches.ts";
import { classesByEnding, type Endings, endingsOf, isEnding } from "./endings.ts";

/** Phrases of several classes, ready to be looked for all at once. */
export interface Phrases<Class extends string> {
  /** By their first word; those of scripts without spaces stand in `joined`. */
  byFirst: ReadonlyMap<string, readonly Phrase<Class>[]>;
  joined: readonly { text: string; of: Class; compounds: readonly string[] }[];
  endings: Endings<Class>;
  whole: ReadonlyMap<string, readonly Class[]>;
  /** The sentences that were asked for last. */
  heard: Map<string, Heard<Class>>;
}

interface Phrase<Class extends string> {
  words: readonly string[];
  of: Class;
}

/** The classes of which a sentence holds a phrase, begins with one, and is one and nothing else. */
export interface Heard<Class extends string> {
  holds: ReadonlySet<Class>;
  opens: ReadonlySet<Class>;
  is: readonly Class[];
}

/** A sentence as its words, with where each of them stands. */
interface Sentence {
  text: string;
  words: readonly string[];
  starts: readonly number[];
}

/** So much of a sentence is enough to tell what it is. */
const SENTENCE = 600;
const WORD = /[\p{L}\p{M}\p{N}_]+/gu;

/**
 * @param classes the phrases of each class
 * @param compoundsOf longer words of scripts without spaces, in which a phrase of a class means something else
 * @returns the phrases in the form in which they are looked for
 */
export function phrasesOf<Class extends string>(
  classes: readonly (readonly [of: Class, phrases: readonly string[]])[],
  compoundsOf: (of: Class) => readonly string[] = () => [],
): Phrases<Class> {
  const byFirst = new Map<string, Phrase<Class>[]>();
  const joined: Phrases<Class>["joined"][number][] = [];
  const ends = endingsOf(classes, compoundsOf);
  const whole = new Map<string, Class[]>();
  for (const [of, phrases] of classes)
    for (const phrase of phrases) {
      if (isEnding(phrase)) continue;
      const { text, words } = split(phrase.normalize("NFKC"));
      addTo(whole, text, of);
      const [first] = words;
      if (first === undefined) continue;
      if (isUnspaced(phrase) || /\p{Script=Hangul}/u.test(phrase)) joined.push({ text, of, compounds: compoundsOf(of) });
      else addTo(byFirst, first, { words, of });
    }
  return { byFirst, joined, endings: ends, whole, heard: new Map() };
}

/** The same lines are asked for one thing after the other; more of them are forgotten at once. */
const MOST_HEARD = 50;

/** @returns which classes of phrases stand in a text as whole words, looked for all at once */
export function hear<Class extends string>(phrases: Phrases<Class>, source: string): Heard<Class> {
  let heard = phrases.heard.get(source);
  if (!heard) {
    heard = listen(phrases, split(source));
    if (phrases.heard.size >= MOST_HEARD) phrases.heard.clear();
    phrases.heard.set(source, heard);
  }
  return heard;
}

function listen<Class extends string>({ byFirst, joined, endings, whole }: Phrases<Class>, sentence: Sentence): Heard<Class> {
  const { text, words, starts } = sentence;
  const holds = new Set<Class>();
  const opens = new Set<Class>();
  for (let at = 0; at < words.length; at++) {
    for (const of of classesByEnding(endings, words[at] ?? "")) {
      holds.add(of);
      if (at === 0 && starts[0] === 0) opens.add(of);
    }
    for (const phrase of byFirst.get(words[at] ?? "") ?? []) {
      // Whether a text begins with it is asked of its first word alone.
      if ((holds.has(phrase.of) && at > 0) || !standsAt(phrase, sentence, at)) continue;
      holds.add(phrase.of);
      if (at === 0 && starts[0] === 0) opens.add(phrase.of);
    }
  }
  for (const phrase of joined) {
    if (text.startsWith(phrase.text)) opens.add(phrase.of);
    if (!holds.has(phrase.of) && text.includes(phrase.text) && apart(text, phrase.compounds).includes(phrase.text)) holds.add(phrase.of);
  }
  return { holds, opens, is: whole.get(text.replace(/[\s.!。-]{1,9}$/, "")) ?? [] };
}

function apart(text: string, compounds: readonly string[]): string {
  return compounds.reduce((rest, compound) => rest.replaceAll(compound, " "), text);
}

function split(source: string): Sentence {
  const text = source
    .slice(0, SENTENCE)
    .replace(/['’“”"*_`]/g, "")
    .trim()
    .toLowerCase();
  const words: string[] = [];
  const starts: number[] = [];
  for (const { 0: word, index } of matchesOf(text, WORD)) {
    words.push(word);
    starts.push(index);
  }
  return { text, words, starts };
}

/** A word behind a hyphen is a part of another: `non-required`. */
function standsAt({ words: sought }: { words: readonly string[] }, { text, words, starts }: Sentence, at: number): boolean {
  if (text[(starts[at] ?? 0) - 1] === "-") return false;
  return sought.every((word, index) => {
    const end = (starts[at + index - 1] ?? 0) + (words[at + index - 1] ?? "").length;
    return words[at + index] === word && (index === 0 || /^[\s,-]{1,9}$/.test(text.slice(end, starts[at + index])));
  });
}
