import { isOutput } from "../../../config/config.ts";
import { subjectStem } from "../stems.ts";
import { isBeyond, isGiven } from "./cases.ts";
import type { Difference } from "./compare.ts";
import { isAgainstAll, isOutlier, neededBy } from "./needed.ts";
import { isQuantity, type Said } from "./said.ts";
import { sharesSubject } from "./subjects.ts";

/** @returns whether the words of two clauses say that both hold side by side */
export function isExcused(difference: Difference): boolean {
  const { said, other } = difference;
  const { passage: a } = said;
  const { passage: b } = other;
  // The rules of one field are held against each other by a check of their own.
  if (a.keys.some((key) => /^row:.+\../.test(key) && b.keys.includes(key))) return true;
  if (isGiven(other) || isBeyond(said, other) || isBeyond(other, said)) return true;
  if (isLengthOfAnother(said, other)) return true;
  if (/^(?:ten|two|three|\d+) times$/.test(said.text) && /\btimes as\b/.test(a.text)) return true;
  return (a.document === b.document && isOfOthers(difference)) || isOutlived(difference);
}

/**
 * @param alone whether both clauses state one such value for the same one requirement
 * @returns whether one of two clauses that seem to speak of one thing departs from the other
 */
export function isDrift(difference: Difference, alone: boolean): boolean {
  const { said, other, score, backed, novel } = difference;
  const inside = said.passage.document === other.passage.document;
  if (said.dimension.startsWith("option:")) return backed === 0 && !difference.elsewhere;
  if (said.dimension.startsWith("version:")) return backed === 0 && score > 2 && !difference.elsewhere;
  if (PRODUCTS.has(said.dimension)) return novel && (difference.united > 1 || said.dimension === "signal") && !isCompared(said);
  if (score <= 1.4 * backed || (inside && score <= 1.1 * difference.own)) return false;
  const needed = neededBy(difference, alone);
  if (score < needed) return isFresh(difference);
  // What everybody says, a document may say elsewhere and deny here.
  if (score >= needed + (novel ? 1.35 : 1.5)) return true;
  const custom = difference.unanimous || difference.usual || isOutlier(difference) || isAgainstAll(difference);
  return (novel && custom) || difference.answered() < 0.75 * score;
}

/** What text is measured in: two lengths of text have that in common, whatever of. */
const LETTERS = new Set(["characters", "digits"].map(subjectStem));

function isLengthOfAnother(said: Said, other: Said): boolean {
  if (!isQuantity(said) || !isQuantity(other) || said.dimension !== "count" || !LETTERS.has(said.nouns[0] ?? "")) return false;
  return !sharesSubject(said, other);
}

/** How near a statement must be for a value that nobody else says to stand in the place of its own, where both are of one order. */
const FRESH = 3.5;
const ONE_ORDER = 0.6;

/** A design repeats what it is asked: a value of the sort that nobody else says is seldom another thing, where the design does not say the one asked for as well. */
function isFresh(difference: Difference): boolean {
  const { said, other, score, novel, apart } = difference;
  const isRequired = other.passage.document === "prd" && typeof said.value === "number" && !BY_ITSELF.test(said.dimension);
  if (!isRequired || !novel || score < FRESH || apart >= ONE_ORDER || difference.detail) return false;
  // From when on something is old is no length of anything else.
  if (isQuantity(said) && isQuantity(other) && (said.bound === "least") !== (other.bound === "least")) return false;
  return difference.answered() < 0.75 * score;
}

/** What is told apart by other means, or stated of everything: each field has so many characters, and each list so many items. */
const BY_ITSELF = /^(?:bare|count|exit|status|version:|role:version|option:)/;

/** Within a document, a threshold is no contradiction of a length, nor a number of one thing of that of another. */
function isOfOthers({ said, other }: Difference): boolean {
  if (!isQuantity(said) || !isQuantity(other)) return false;
  return (said.dimension === "time" && said.bound !== other.bound) || (said.dimension === "count" && said.nouns[0] !== other.nouns[0]);
}

/** What must be lived through: who holds out longer does what is asked. */
const ADVERSE = /\b(?:away|down|unavailable|unreachable|outages?|interruptions?|offline)\b/i;

function isOutlived({ said, other }: Difference): boolean {
  const isLonger = said.dimension === "time" && said.value > other.value;
  return isLonger && !isOutput(other.passage.document) && ADVERSE.test(other.passage.text) && !ADVERSE.test(said.passage.text);
}

/** A design names one product of a sort again and again: another one in a single place has been forgotten there. */
const PRODUCTS = new Set(["database", "broker", "cache", "signal"]);
const COMPARED =
  /\b(?:not|unlike|instead of|rather than|(?:away|migrat\w{2,6}|moved?|other|differs?) from|replaces?|than|compatible|migrat\w{2,6}|later|or)\b/i;

/** "Unlike MySQL", "PostgreSQL or MySQL": the word stands near. */
function isCompared({ at, length, passage }: Said): boolean {
  return COMPARED.test(passage.text.slice(Math.max(0, at - 24), at + length + 8));
}
