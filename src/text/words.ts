import { occurs } from "./names.ts";
import { trigramFilterOf } from "./trigrams.ts";

/** A word of a text, in the form in which words are compared, with where it stands. */
export interface Word {
  /** As it stands, in lower case. */
  form: string;
  stem: string;
  start: number;
  end: number;
}

/** @returns the words of a text, in order. */
export function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{N}]+/gu), ({ 0: word, index }) => ({
    form: word.toLowerCase(),
    stem: stem(word),
    start: index,
    end: index + word.length,
  }));
}

/**
 * The form in which words are compared: `retries`, `retried` and `retrying` are `retry`. Only the endings that
 * leave the meaning as it is are taken off, so that `operator` and `operation` stay two words.
 */
export function stem(word: string): string {
  const lower = word.normalize("NFKC").toLowerCase();
  if (lower.length < 4 || !/^[a-z]+$/.test(lower)) return lower;
  const base = withoutEnding(lower);
  // An ending may have doubled the last letter (`shipping`) or swallowed an e (`caching`).
  return base.replace(/([bdgmnprt])\1$/, "$1").replace(/e$/, "");
}

function withoutEnding(word: string): string {
  if (/ie[sd]$/.test(word)) return `${word.slice(0, -3)}y`;
  if (/(?:ss|sh|ch|x|z)es$/.test(word)) return word.slice(0, -2);
  if (/[^aeious]s$|[aeo]s$/.test(word)) return word.slice(0, -1);
  const verb = /^(.*)(?:ing|ed)$/.exec(word)?.[1] ?? "";
  return verb.length >= 3 && /[aeiouy]/.test(verb) && !word.endsWith("eed") ? verb : word;
}

/**
 * Finds words that stand in a row, whatever their endings, with nothing but spaces and hyphens between them.
 *
 * @returns the place of the first of them from some place on, -1 where they do not occur
 */
export function findRow(words: readonly Word[], text: string, sought: readonly Word[], from = 0): number {
  if (sought.length === 0) return -1;
  for (let at = from; at + sought.length <= words.length; at++) if (standsAt(at, words, text, sought)) return at;
  return -1;
}

function standsAt(at: number, words: readonly Word[], text: string, sought: readonly Word[]): boolean {
  return sought.every((wanted, index) => {
    const word = words[at + index];
    const before = words[at + index - 1];
    return word !== undefined && isForm(word, wanted) && (index === 0 || /^[\s/'’-]+$/.test(text.slice(before?.end, word.start)));
  });
}

/** A word counts in all its forms; one that is sought as `versioned` or `caching` does not mean the version or the cache. */
function isForm({ form, stem }: Word, wanted: Word): boolean {
  return /(?:ed|ing)$/.test(wanted.form) ? form === wanted.form : stem === wanted.stem;
}

/** Single spaces, which are most, are passed over. */
const SPACES = /(?:[^\S ]|-)[\s-]*| [\s-]+/g;
const AFTER_LETTER = /\p{L}$/u;
const ENDS = /^(?:s|es|d|ed|ing)?(?![\p{L}\p{N}])/u;

/** A text in which words and phrases are looked for. */
export interface Said {
  /** @returns whether any of these stands there as whole words, in any case and with the common endings */
  says(phrases: readonly string[]): boolean;
}

/** Prepares a text for many questions: an expression for each of them would take longer to make than to answer. */
export function listen(text: string): Said {
  const said = flatten(text);
  const filter = trigramFilterOf(said);
  const isWhole = (start: number, end: number) =>
    // A number may stand right before its unit: 30s. A letter of some scripts takes two units.
    !AFTER_LETTER.test(said.slice(Math.max(start - 2, 0), start)) && ENDS.test(said.slice(end, end + 6));
  const saysOne = (sought: string) => filter.mayHold(sought) && occurs(said, sought, isWhole);
  return { says: (phrases) => phrasesIn(phrases).some(saysOne) };
}

/** The same lists are looked for in every document. */
const known = new WeakMap<readonly string[], readonly string[]>();

function phrasesIn(phrases: readonly string[]): readonly string[] {
  const flat = known.get(phrases) ?? phrases.map(flatten).filter(Boolean);
  known.set(phrases, flat);
  return flat;
}

function flatten(text: string): string {
  return text.toLowerCase().replace(SPACES, " ");
}
