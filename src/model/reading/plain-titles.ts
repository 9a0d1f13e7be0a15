import { titleRole } from "./lexicon.ts";
import type { Reader } from "./signs.ts";

/** A line of a text without Markdown. */
export interface RawLine {
  /** From 1. */
  line: number;
  text: string;
  /** Columns in front of it; a tab counts as four. */
  indent: number;
  /** Nothing stands directly above it. */
  apart: boolean;
}

const NUMBERED = /^(\d{1,2}(?:\.\d{1,2}){0,3})[.)]?\s{1,4}(?=[\p{L}«"“「'])/u;
const CHAPTER = /^(?:第\s?[\d一二三四五六七八九十]{1,4}\s?[章节節部]|[一二三四五六七八九十]{1,3}[、．.])\s{0,4}\S/u;
const MARKED = /^(?:[■◆▼]\s{0,3}\S.{0,40}|【[^【】]{1,40}】)$/u;
/** `#Checkout`: a heading that lacks its space. */
const HASHED = /^#{1,6}\p{Lu}[^#]{1,80}$/u;
const CAPITALS = /^[\p{Lu}\d\s.,:&/()«»"-]{4,70}$/u;
const SENTENCE_END = /[.;,!?。；，！？、]$/u;
const LONGEST = { letters: 80, words: 10 };

/** @returns the numbers of a line, where it begins with some: 3.2 is [3, 2] */
function numbersOf(text: string): number[] | undefined {
  return NUMBERED.exec(text)?.[1]?.split(".").map(Number);
}

/** @returns the depths of the lines that their numbers make titles, by their place in the list */
export function numberedTitlesIn(lines: readonly RawLine[], reader: Reader): Map<number, number> {
  const numbered = new Map<number, number>();
  for (const [at, { text, indent }] of lines.entries()) {
    const numbers = indent < 4 && isShort(text, reader) ? numbersOf(text) : undefined;
    if (numbers && !isListed(lines, at, numbers, numbered)) numbered.set(at, numbers.length);
  }
  return numbered;
}

/** @returns the depths of the lines that are titles of sections, by their place in the list; the others are what stands in sections. */
export function titlesIn(lines: readonly RawLine[], reader: Reader): Map<number, number> {
  const numbered = numberedTitlesIn(lines, reader);
  const titles = new Map(numbered);
  let depth = 0;
  for (const [at, line] of lines.entries()) {
    depth = numbered.get(at) ?? depth;
    if (!titles.has(at) && at + 1 < lines.length && isNamed(line, at === 0 || numbered.size > 0, reader))
      titles.set(at, CHAPTER.test(line.text) ? 1 : depth + 1);
  }
  return titles;
}

function isShort(text: string, { words }: Reader): boolean {
  const count = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  // "1) Main page." is one as well.
  const ended = SENTENCE_END.test(text) && !(count <= 3 && text.endsWith("."));
  return text.length <= LONGEST.letters && count <= LONGEST.words + 1 && !ended && !words.has("duty", text);
}

/** Numbers that follow each other with nothing between them count the items of a list; a title has something below it. */
function isListed(lines: readonly RawLine[], at: number, numbers: readonly number[], titles: ReadonlyMap<number, number>): boolean {
  const next = lines[at + 1];
  if (!next) return true;
  const behind = numbersOf(next.text);
  if (behind && !isBelow(behind, numbers)) return true;
  // "26. DELIVERY" behind 25 points is the title of the next chapter.
  if (lines[at]?.apart && CAPITALS.test(lines[at].text)) return false;
  const before = numbersOf(lines[at - 1]?.text ?? "");
  return before !== undefined && !titles.has(at - 1) && before.length === numbers.length && isNext(before, numbers);
}

function isBelow(numbers: readonly number[], above: readonly number[]): boolean {
  return numbers.length > above.length && above.every((number, index) => numbers[index] === number);
}

function isNext(before: readonly number[], numbers: readonly number[]): boolean {
  const last = numbers.length - 1;
  return numbers.every((number, index) => number === (before[index] ?? 0) + (index === last ? 1 : 0));
}

/**
 * A chapter, a line in capitals or behind a mark, and a line that the lexicon knows as a heading.
 *
 * @param strict other titles are numbered, or it is the first line: without a colon, a known word alone is a point like those beside it
 */
function isNamed(line: RawLine, strict: boolean, reader: Reader): boolean {
  const { text, indent, apart } = line;
  if (indent >= 4 || !isShort(text, reader)) return false;
  if (CHAPTER.test(text) || MARKED.test(text) || HASHED.test(text)) return true;
  const ends = /[:：]$/.test(text);
  // "The application:" is above what it does, whatever else the word may mean.
  if (ends && reader.words.is("system", text.slice(0, -1))) return false;
  if (!(apart || ends)) return false;
  if (CAPITALS.test(text) && /\p{Lu}{4}/u.test(text)) return !strict || ends || apart;
  if (strict && !ends) return false;
  const match = /^\p{L}[^()（）]{0,80}$/u.test(text) ? titleRole(reader.lexicon, text) : undefined;
  return match?.exact === true && !match.detail && match.role !== "priority";
}
