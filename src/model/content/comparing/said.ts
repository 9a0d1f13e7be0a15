import { subjectStem, subjectsOf } from "../stems.ts";
import type { Choice, Quantity } from "../types.ts";

/** Something that a clause says, in a form in which it can be compared. */
export type Said = Quantity | Choice;

export const isQuantity = (said: Said): said is Quantity => typeof said.value === "number";

/** @returns whether both say the same; kilobytes of both sorts are one. */
export function agree(a: Said, b: Said): boolean {
  if (!isQuantity(a) || !isQuantity(b)) return a.value === b.value;
  const tolerance = a.dimension === "size" || a.dimension === "throughput" ? 0.13 : a.dimension === "time" ? 0.02 : 1e-9;
  return Math.abs(a.value - b.value) <= tolerance * Math.max(Math.abs(a.value), Math.abs(b.value));
}

/** @returns whether two things of one dimension could be one: for counts the same things, for bare numbers the same slot of a form */
export function comparable(a: Said, b: Said): boolean {
  if (!isQuantity(a) || !isQuantity(b)) return a.dimension !== "moment" || isOneMoment(a, b);
  if (a.dimension === "time" || a.dimension === "interval") return !areOpposite(a, b) && !areOfTwoKinds(a, b);
  if (a.dimension === "count") return b.nouns.includes(a.nouns[0] ?? "") || a.nouns.includes(b.nouns[0] ?? "");
  if (a.dimension === "rate") return a.nouns.length === 0 || b.nouns.length === 0 || a.nouns.some((noun) => b.nouns.includes(noun));
  if (a.dimension !== "bare") return true;
  const shared = (prefix: string) => a.passage.keys.some((key) => key.startsWith(prefix) && b.passage.keys.includes(key));
  const isSameForm = a.passage.heading === b.passage.heading && shared("label:");
  return a.bound === b.bound && ((shared("row:") && shared("column:")) || (isSameForm && a.passage.heading !== ""));
}

/** How long before or after. */
const OFFSET = /(\S{1,12}\s(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?))\s$/;

function isOneMoment(a: Said, b: Said): boolean {
  const [first, second] = [a, b].map(({ passage: { text }, at }) => OFFSET.exec(text.slice(Math.max(0, at - 24), at))?.[1]);
  const areOffset = first !== undefined && second !== undefined && first !== second;
  return !areOffset && !areApart(momentOf(a), momentOf(b));
}

/** What is done before or after: the words behind, up to the end of the part of the clause. */
function momentOf({ passage: { text }, at, length }: Said): ReadonlySet<string> {
  return subjectsOf(/^[^,;:.()|]{0,60}/.exec(text.slice(at + length))?.[0] ?? "");
}

/** "Before each update" and "after creation" are of two moments, and exclude nothing. */
function areApart(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && ![...a].some((word) => b.has(word));
}

const AFTER = /^\s(?:after|later|ago|since|past)\b/i;
const BEFORE = /^\s(?:before|ahead|earlier|prior|in advance|beforehand)\b/i;

/** "Two days before the end" and "30 days after the end" are two things. */
function areOpposite(a: Said, b: Said): boolean {
  const [first, second] = [a, b].map(({ passage: { text }, at, length }) => text.slice(at + length, at + length + 14));
  if (first === undefined || second === undefined) return false;
  return (AFTER.test(first) && BEFORE.test(second)) || (BEFORE.test(first) && AFTER.test(second));
}

/** What a length of time is called by, and the word that tells which one of the sort is meant. */
const LIMITED = /\b([a-z][a-z-]{2,30})[\s-](timeout|lease|interval|window|delay|retention|grace period|lifetime)s?\b/gi;

/** A lock timeout and a socket timeout are two; where either clause names none or several, nothing is known. */
function areOfTwoKinds(a: Said, b: Said): boolean {
  const [first, second] = [a, b].map(({ passage: { text } }) => [...text.matchAll(LIMITED)]);
  if (first?.length !== 1 || second?.length !== 1) return false;
  const [[, own = "", head = ""] = [], [, other = "", its = ""] = []] = [first[0], second[0]];
  const [left, right] = [subjectStem(own), subjectStem(other)];
  return head.toLowerCase() === its.toLowerCase() && left !== "" && right !== "" && left !== right;
}

/** What lies between two tries is no limit of one, nor of all of them. */
const PAUSE = /\b(?:delays?|pauses?|doubl(?:es|ed|ing)|twice as long|backoff|jitter|spaced)\b[^.;]{0,40}$/i;
const PAUSE_BEHIND = /^\s(?:doubl(?:es|ed|ing)|apart|between (?:them|tries|attempts|repeats))\b/i;
const ALL_OF = /\b(?:for|over|within|after|during|in)\s(?:up to\s|at most\s)?$/i;

/** @returns whether one is a pause between tries and the other one is none */
export function areOfTwoSorts(a: Said, b: Said): boolean {
  return a.dimension === "time" && isPause(a) !== isPause(b);
}

function isPause({ at, length, passage: { text } }: Said): boolean {
  const before = text.slice(Math.max(0, at - 60), at);
  return PAUSE_BEHIND.test(text.slice(at + length, at + length + 24)) || (PAUSE.test(before) && !ALL_OF.test(before));
}

/** @returns how many times larger one value is than the other, as a power of ten */
export function apartness(a: Said, b: Said): number {
  return isQuantity(a) && isQuantity(b) ? Math.abs(Math.log10((a.value || 0.5) / (b.value || 0.5))) : 0;
}
