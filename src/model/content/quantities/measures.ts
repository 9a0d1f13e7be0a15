import { nounsIn, nounsLength } from "./nouns.ts";
import { type Unit, unitNamed } from "./units.ts";

/** A unit right behind a number, and how much of the text it takes. */
export interface Measured {
  unit: Unit;
  length: number;
}

const UNIT = /^([\s\u00a0\u202f-]?)(?:(?:working|business|calendar)\s)?([a-zµ]+(?:\/s)?|%)(?![A-Za-z\u00c0-\u024f\d_])/i;

/** "32 random bytes", "2 full hours": a unit that is written out may have a word before it. */
const AFTER_WORD =
  /^(\s(?!(?:to|or|and|of|in|on|at|by|per|a|an|the|times|every|each|within|for)\b)[a-z]{2,13}[a-rt-z]\s)([a-z]{3,12}s)(?![\w-])/;

/** @returns the unit that the text behind a number begins with */
export function unitBehind(rest: string): Measured | undefined {
  const match = UNIT.exec(rest);
  const unit = match && unitNamed(match[2] ?? "", match[1] === "");
  if (unit) return { unit, length: match[0].length };
  const [written = "", , named = ""] = AFTER_WORD.exec(rest) ?? [];
  const further = unitNamed(named, false);
  return further && { unit: further, length: written.length };
}

const RATE =
  /^((?:\s[A-Za-z\u00c0-\u024f-]{2,24}){0,3}?)(?:\s?\/\s?|\s(?:per|an?|each|every)\s)(s|sec|min|h|second|minute|hour|day|week|month|year)(?![A-Za-z\u00c0-\u024f-])/i;

/** @returns the rest of `60 requests a minute`, `5/s`, `10 a second`, `50 per s` */
export function rateBehind(rest: string): { period: number; nouns: string[]; length: number } | undefined {
  const match = RATE.exec(rest);
  const unit = match && unitNamed(match[2] ?? "", true);
  return unit ? { period: unit.factor / 1000, nouns: nounsIn(match[1] ?? ""), length: match[0].length } : undefined;
}

/** The upper end of a range, and what both ends are. */
export interface Upper {
  high: number;
  dimension: string;
  factor: number;
  nouns: string[];
  /** How much of the text the number takes, and with its unit or noun. */
  digits: number;
  length: number;
}

/** @returns the rest of `1 to 100 items` behind the `to`: both ends have the unit of the second */
export function upperBehind(text: string): Upper | undefined {
  const [digits] = /^(?:\d{1,3}(?:,\d{3}){1,4}|\d{1,15})(?:\.\d{1,6})?/.exec(text.slice(0, 24)) ?? [];
  if (digits === undefined) return undefined;
  const rest = text.slice(digits.length, digits.length + 60);
  const measured = unitBehind(rest);
  const nouns = measured ? [] : nounsIn(rest);
  return {
    high: Number(digits.replaceAll(",", "")),
    dimension: measured?.unit.dimension ?? (nouns.length > 0 ? "count" : "bare"),
    factor: measured?.unit.factor ?? 1,
    nouns,
    digits: digits.length,
    length: digits.length + (measured?.length ?? (nouns.length > 0 ? nounsLength(rest) : 0)),
  };
}
