import { type Lexicon, WORD_CLASSES, type WordClass } from "../../context/lexicon/types.ts";
import { isUnspaced } from "../../text/headings.ts";
import { hear, phrasesOf } from "./find-words.ts";

/** The words of the languages that a text is written in, ready to be looked for. */
export interface Words {
  /** The codes of these languages, the likeliest first; none where nothing of the text was recognised. */
  languages: readonly string[];
  /** @returns whether a text holds one of these words. */
  has(kind: WordClass, text: string): boolean;
  /** @returns whether a text begins with one of these words. */
  opens(kind: WordClass, text: string): boolean;
  /** @returns all phrases of a class. */
  phrases(kind: WordClass): readonly string[];
  /** @returns whether a text is one of these words and nothing else. */
  is(kind: WordClass, text: string): boolean;
}

/** @returns the first phrase of a class that a text holds, as the lexicon spells it */
export function phraseIn(words: Words, kind: WordClass, text: string): string | undefined {
  return words.has(kind, text)
    ? words.phrases(kind).find((phrase) => hear(phrasesOf([[kind, [phrase]]]), text).holds.has(kind))
    : undefined;
}

/** So much of a text is enough to tell its language. */
const SAMPLE = 6000;
/** Keywords of requirements are English in texts of any language. */
const ALWAYS = "en";

/** Words in a script of their own are of that language, however much of another stands around them. */
const OF_ITS_OWN_SCRIPT = new Set(["ja", "zh", "ko", "ru"]);
const ENOUGH = 6;

const made = new WeakMap<Lexicon, Map<string, Words>>();

/** @returns the words to look for in a text: those of its languages, and the English ones. */
export function wordsFor(lexicon: Lexicon, text: string): Words {
  const languages = languagesOf(lexicon, text);
  const key = languages.join(" ");
  const all = made.get(lexicon) ?? new Map<string, Words>();
  made.set(lexicon, all);
  const words = all.get(key) ?? makeWords(lexicon, languages);
  all.set(key, words);
  return words;
}

/** Languages by how often their commonest words stand in the text; a second one counts where it has its share. */
export function languagesOf({ languages }: Lexicon, text: string): string[] {
  const counts = new Map<string, number>();
  const sample = text.slice(0, SAMPLE).toLowerCase();
  const kana = (sample.match(/[\p{Script=Hiragana}\p{Script=Katakana}]/gu) ?? []).length;
  const han = (sample.match(/\p{Script=Han}/gu) ?? []).length;
  if (kana > 5) counts.set("ja", kana);
  else if (han > 8) counts.set("zh", han);
  const tokens = new Map<string, number>();
  let latin = 0;
  for (const token of sample.match(/[\p{L}\p{M}]+/gu) ?? []) {
    tokens.set(token, (tokens.get(token) ?? 0) + 1);
    if (LATIN.test(token)) latin++;
  }
  for (const { code, words } of languages) {
    const spaced = (words.common ?? []).filter((word) => !isUnspaced(word));
    const count =
      code === "ko" ? (sample.match(/\p{Script=Hangul}/gu) ?? []).length : spaced.reduce((sum, word) => sum + (tokens.get(word) ?? 0), 0);
    const different = spaced.filter((word) => tokens.has(word)).length;
    if (count > 0 && !isChance({ code, count, different }, latin, sample)) counts.set(code, (counts.get(code) ?? 0) + count);
  }
  const most = Math.max(0, ...counts.values());
  return [...counts]
    .filter(([code, count]) => count >= 3 && (count * 2 >= most || (OF_ITS_OWN_SCRIPT.has(code) && count >= ENOUGH)))
    .sort((a, b) => b[1] - a[1])
    .map(([code]) => code);
}

const LATIN = /^\p{Script=Latin}/u;
/** So many words of a text in Latin script, and more, are among the commonest of its language; fewer are chance. */
const SHARE = { en: 0.008, others: 0.05 };
const FEWEST = 60;
/** So many different ones need their share as well; many of them are none by chance. */
const VARIETY = { few: 3, many: 5 };
/** Letters of Ukrainian, Belarusian, Serbian and Macedonian, which Russian does not have. */
const NOT_RUSSIAN = /[іїєґўјљњћђќѓѕџ]/g;

/** "di" and "con" are words of Italian, and of Indonesian and Vietnamese too, which have no lexicon. */
function isChance({ code, count, different }: { code: string; count: number; different: number }, latin: number, sample: string): boolean {
  if (code === "ru") return (sample.match(NOT_RUSSIAN) ?? []).length > count;
  if (OF_ITS_OWN_SCRIPT.has(code) || latin < FEWEST) return false;
  return code === ALWAYS ? count < latin * SHARE.en : different < VARIETY.many && (different < VARIETY.few || count < latin * SHARE.others);
}

/** A phrase of these may be a part of a longer word, or the ending of another, that means something else. */
const COMPOUNDING: ReadonlySet<WordClass> = new Set<WordClass>(["duty", "trigger", "ability", "action"]);

function makeWords(lexicon: Lexicon, languages: readonly string[]): Words {
  const spoken = lexicon.languages.filter(({ code }) => languages.includes(code) || code === ALWAYS);
  const phrases = (kind: WordClass) => [...new Set(spoken.flatMap(({ words }) => words[kind] ?? []))];
  const all = phrasesOf(
    WORD_CLASSES.map((kind) => [kind, phrases(kind)] as const),
    (kind) => (COMPOUNDING.has(kind) ? phrases("compound") : []),
  );
  return {
    languages,
    phrases,
    has: (kind, text) => hear(all, text).holds.has(kind),
    opens: (kind, text) => hear(all, text).opens.has(kind),
    is: (kind, text) => hear(all, text).is.includes(kind),
  };
}
