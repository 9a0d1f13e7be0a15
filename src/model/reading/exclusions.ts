import { isUnspaced } from "../../text/headings.ts";
import type { Words } from "./words.ts";

const REMARK = /[(（]([^()（）]{1,200})[)）]/gu;
/** A full stop ends a sentence where another begins with a capital; other marks always do. */
const SENTENCE_END = /\.(?=\s{1,4}\p{Lu})|[;；。！!]/u;
/** So few words beside the phrase say nothing of something else. */
const BESIDE = { words: 2, letters: 4 };
const SAME = /^(?:this|it|that|das|dies|es|ce|cela|il|esto|isto|questo|dit|to|это|これ|本)(?![\p{L}\p{N}])/iu;

/**
 * Tells whether a sentence says of itself that it will not be built. "Chrome only (other browsers are out of scope)" and "Export on
 * demand. Scheduled export is post-MVP." say it of something else.
 */
export function excludesItself(text: string, words: Words): boolean {
  if (!words.has("excluded", text) || isRule(text, words)) return false;
  const remarks = Array.from(text.matchAll(REMARK), ([, inside = ""]) => inside);
  const [main = "", ...later] = text.replace(REMARK, " ").split(SENTENCE_END);
  if (words.has("excluded", main)) return true;
  return [...remarks, ...later].some((part) => words.has("excluded", part) && isAlone(part.trim(), words));
}

/** "Where the region is 9: out of scope of the count" says when something is left out, and is built. */
export function isRule(text: string, words: Words): boolean {
  if (!words.has("trigger", text)) return false;
  if (words.opens("trigger", text) && /[,:、，：]/.test(text)) return true;
  return words.phrases("trigger").some((phrase) => isUnspaced(phrase) && CONDITION.some((behind) => text.includes(`${phrase}${behind}`)));
}

/** What stands behind a condition in scripts without spaces. */
const CONDITION = ["、", "，", ",", "は", "には", ":", "："];

/** The phrase, or a sentence that speaks of what was said before. */
function isAlone(part: string, words: Words): boolean {
  if (SAME.test(part)) return true;
  const phrase = words.phrases("excluded").filter((each) => part.toLowerCase().includes(each.toLowerCase()));
  const longest = phrase.reduce((most, each) => (each.length > most.length ? each : most), "");
  if (isUnspaced(longest)) return part.length - longest.length <= BESIDE.letters;
  return count(part) - count(longest) <= BESIDE.words;
}

function count(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}
