import type { Difference } from "./compare.ts";
import { isQuantity, type Said } from "./said.ts";
import { isCounted } from "./unanimity.ts";

/** Numbers that are held against the table of error codes. */
const BY_THE_CODE = new Set(["bare", "exit", "status"]);

/** @returns whether two places and more say one number of a thing, all the same, and this one says another */
export function isOutlier(difference: Difference): boolean {
  const { value, dimension } = difference.said;
  return typeof value === "number" && !BY_THE_CODE.has(dimension) && difference.novel && difference.united > 1;
}

/**
 * How near two clauses must be for one to depart from the other.
 *
 * @param alone whether both state one such value for the same one requirement
 */
export function neededBy(difference: Difference, alone: boolean): number {
  const { said, other, score, own, elsewhere, apart } = difference;
  const { passage: a } = said;
  const { passage: b } = other;
  // In one document the same label below another heading speaks of another thing.
  const slot =
    (a.document !== b.document || a.heading === b.heading) && a.keys.some((key) => key.startsWith("label:") && b.keys.includes(key));
  // What an input bears out is held against the rest of the document as the input is.
  const inside = a.document === b.document && (typeof said.value === "string" || difference.borne() < BORNE);
  return Math.max(
    SOMETHING,
    neededFor(said, inside, slot || alone, elsewhere) -
      (isOutlier(difference) && apart < 1.2 ? 4.5 : difference.usual && !inside && apart < 0.7 ? 2.5 : difference.unanimous ? 2 : 0) -
      // All others say the one thing of which a design speaks once or twice.
      ((RARE.has(said.dimension) || ["rate", "percent", "mass", "portion:queu", "portion:buffer"].includes(said.dimension)) &&
      difference.novel &&
      difference.united > 0 &&
      !inside
        ? 3.6
        : 0) -
      (replaces(difference) ? REPLACED : isAgainstAll(difference) ? AGAINST_ALL : 0) +
      (TRIAL.test(a.text) ? 6 : 0) +
      Math.max(0, apart - 0.6) * 3 +
      // Another unit behind the same figure is a slip of the pen, whatever it makes of the value.
      (figureOf(said) === figureOf(other) ? 0 : Math.max(0, apart - 1.3) * 4) +
      // "Even when two requests arrive": who means a limit of twenty, writes no "two" for it.
      (said.dimension === "count" && (figureOf(said) === undefined) !== (figureOf(other) === undefined) && apart > 0.7 ? 4 : 0) +
      (difference.detail ? 7.5 : 0) +
      // What a document says again and again of its own is likelier to be a thing of its own.
      (own > 0.75 * score && apart > 0.5 && !alone ? 2 : 0) +
      (b.document === "research" ? 0.7 : 0) +
      (elsewhere && typeof said.value === "number" ? (said.value >= 100 && ["rate", "count"].includes(said.dimension) ? 12 : 1) : 0),
  );
}

/** Two clauses that have next to nothing in common speak of two things, whatever all others say. */
const SOMETHING = 2;

/** What is tried out is larger or smaller than what is asked for. */
const TRIAL = /\b(?:load|stress|performance)[- ]tests?\b|\bbenchmark|\bmeasur(?:ed|ements?)\b|\bprototype\b/i;

/** How near an input has to be to what a document says for it to speak of the same. */
const BORNE = 4;

/** What it tells that a document says another value where it ought to say one that it says nowhere. */
const REPLACED = 2;

/** @returns whether a value that nobody else says stands in the place of one that its document does not say: it has taken its place */
export function replaces(difference: Difference): boolean {
  const { said, other, novel, apart } = difference;
  const inside = said.passage.document === other.passage.document;
  if (!novel || inside || isOutlier(difference) || BY_THE_CODE.has(said.dimension)) return false;
  // Lengths of time are stated in many units; of sizes and numbers one that is far off is of something else.
  if (said.dimension === "size" || apart >= (said.dimension === "time" ? 1.5 : 0.7)) return false;
  if (isQuantity(said) && isQuantity(other) && said.nouns[0] !== other.nouns[0]) return false;
  return (isCounted(said) && difference.united > 0) || difference.lost();
}

const AGAINST_ALL = 1.5;

/** @returns whether all that stands near a number says the same, and it alone says another one of the same order */
export function isAgainstAll(difference: Difference): boolean {
  const { said, novel, apart } = difference;
  return novel && typeof said.value === "number" && apart < 0.7 && !BY_THE_CODE.has(said.dimension) && difference.chorus;
}

function figureOf({ text }: Said): string | undefined {
  return /\d[\d.,]*/.exec(text)?.[0];
}

/** Of these a design speaks once or twice, and then of the same thing. */
const RARE = new Set([
  "delivery",
  "window",
  "paging",
  "lock",
  "rounding",
  "growth",
  "atomicity",
  "change",
  "deletion",
  "first",
  "open",
  "text",
  "arithmetic",
  "signature",
  "cipher",
  "stretching",
]);

/** Of these a design speaks all the time, each time of something else. */
const LOOSE = new Set(["need", "handling", "place", "sight", "sharing", "stop", "push"]);

/** How near two clauses must be to speak of the same, as they state a thing that is often or seldom stated. */
function neededFor({ dimension, value }: Said, inside: boolean, sameSlot: boolean, elsewhere: boolean): number {
  if (typeof value === "string") {
    if (LOOSE.has(dimension)) return inside ? Number.POSITIVE_INFINITY : 8;
    if (dimension === "standard") return inside ? Number.POSITIVE_INFINITY : 4.5;
    if (dimension === "moment") return 10.5;
    return !inside && (sameSlot || (RARE.has(dimension) && !elsewhere)) ? 4.5 : inside ? 8 : 7;
  }
  if (inside && dimension !== "mode") return 8;
  if (dimension === "role:version") return sameSlot ? 3.2 : 9;
  if (["clock", "amount"].includes(dimension)) return 3.2;
  if (dimension === "mode") return 2.5;
  // Sizes are stated of parts, files, pages and whole stores in nearly the same words.
  if (dimension === "size") return sameSlot ? 4.4 : 6.5;
  return sameSlot ? 4.4 : 5.8;
}
