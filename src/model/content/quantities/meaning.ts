import { subjectStem } from "../stems.ts";
import type { Passage } from "../types.ts";
import { type Measured, rateBehind, unitBehind, upperBehind } from "./measures.ts";
import type { Note } from "./note.ts";
import { nounsIn, nounsLength } from "./nouns.ts";
import { numberOf } from "./numbers.ts";
import { countedField, slotOf } from "./slots.ts";
import { unitNamed } from "./units.ts";

/** A number, and what stands around it. */
interface Found {
  passage: Passage;
  whole: string;
  value: number;
  index: number;
  end: number;
  /** It is written in figures. */
  figures: boolean;
  before: string;
  rest: string;
}

/** Reads what one number of a clause measures, counts or names; the first that it can be is what it is. */
export function readNumber(passage: Passage, match: RegExpExecArray, note: Note): void {
  const { text } = passage;
  const { 0: whole, index, 3: word } = match;
  const end = index + whole.length;
  const found: Found = {
    passage,
    whole,
    value: numberOf(match),
    index,
    end,
    figures: word === undefined,
    before: text.slice(Math.max(0, index - 24), index),
    rest: text.slice(end, end + 60),
  };
  if (asPortion(found, note) || asMeasure(found, note) || asRange(found, note) || asPercentile(found, note)) return;
  if (/\b(?:one|two|three|\d+) or \W?$/i.test(found.before)) return;
  if (asRate(found, note) || asCode(found, note)) return;
  asCount(found, note);
}

/** In "pages of 1,000 entries", "batches of 200" and "50 on a page" the number is how much goes into one. */
const PORTION = /\b(pages?|batch(?:es)?|chunks?|blocks?|groups?)(?:\sof\s|[\s-]size\s(?:of\s|is\s)?)(?:up to\s|at most\s)?$/i;
const PER_PORTION = /^(?:\s[A-Za-z]{2,24}){0,2}\s(?:(?:on|per|in|to)\s(?:an?\s|each\s|every\s|one\s)?|an?\s)(page|batch|chunk)\b/i;

/** What "a queue of 10,000" holds is the same whether or not its entries are named. */
const HOLDING = /\b(queue|buffer|backlog|ring)\s(?:of|holds|keeps|takes)\s(?:up to\s|at most\s)?$/i;

function asPortion({ value, index, end, figures, before, rest }: Found, note: Note): boolean {
  const [, holding] = unitBehind(rest) || rateBehind(rest) ? [] : (HOLDING.exec(before) ?? []);
  if (holding !== undefined && figures) {
    const counted = nounsIn(rest).length > 0 ? nounsLength(rest) : 0;
    note(index, end + counted, { dimension: `portion:${subjectStem(holding.toLowerCase())}`, value, bound: "exact" });
    return true;
  }
  const [, portion] = PORTION.exec(before) ?? (unitBehind(rest) ? undefined : PER_PORTION.exec(rest)) ?? [];
  if (portion === undefined || !figures) return false;
  note(index, end, { dimension: `portion:${subjectStem(portion.toLowerCase())}`, value, bound: "exact" });
  return true;
}

function asMeasure(found: Found, note: Note): boolean {
  const measured = unitBehind(found.rest);
  if (measured) noteMeasure(found, measured, note);
  return measured !== undefined;
}

function noteMeasure({ passage, value, index, end, rest }: Found, { unit, length }: Measured, note: Note): void {
  const after = rest.slice(length);
  const nouns = unit.dimension === "percent" ? nounsIn(after) : [];
  const rate = unit.dimension === "size" ? rateBehind(after) : undefined;
  if (rate) {
    note(index, end + length + rate.length, { dimension: "throughput", value: (value * unit.factor) / rate.period });
    return;
  }
  const isRepeated =
    unit.dimension === "time" && /\b(?:every|each|interval of|intervals of)\s$/i.test(passage.text.slice(Math.max(0, index - 16), index));
  note(index, end + length, { dimension: isRepeated ? "interval" : unit.dimension, value: value * unit.factor, nouns });
}

function asRange({ passage, value, index, end, rest }: Found, note: Note): boolean {
  const [through] = /^\s?(?:to|–|—|-|\.\.\.?|through)\s?(?=\d|`?\d)/.exec(rest) ?? [];
  if (through === undefined) return false;
  const from = end + through.length;
  const upper = upperBehind(passage.text.slice(from, from + 90));
  if (!upper) return true;
  const { unit, noun, list } = upper.dimension === "bare" ? slotOf(passage) : {};
  const dimension = unit?.dimension ?? (noun === undefined ? upper.dimension : "count");
  const nouns = noun === undefined ? upper.nouns : [noun];
  const factor = unit?.factor ?? upper.factor;
  // "1 to 500" says of a list that it is not empty, which counts nothing.
  const low = list && value < 2 ? { dimension: "bare", nouns: [] } : { dimension, nouns };
  note(index, from, { ...low, value: value * factor, bound: "least" });
  note(from, from + upper.length, { dimension, value: upper.high * factor, bound: "most", nouns });
  return true;
}

function asPercentile({ value, index, end, rest }: Found, note: Note): boolean {
  const [percentile] = /^(?:th|st|nd|rd)\spercentile/.exec(rest) ?? [];
  if (percentile !== undefined) note(index, end + percentile.length, { dimension: "percent", value });
  return percentile !== undefined;
}

function asRate({ value, index, end, rest }: Found, note: Note): boolean {
  const rate = rateBehind(rest);
  if (rate) note(index, end + rate.length, { dimension: "rate", value: value / rate.period, nouns: rate.nouns });
  return rate !== undefined;
}

/** What a process ends with. */
const EXIT = /\bexit(?:s|ed)?(?:\s(?:with|code|codes|status|statuses)){0,3}[\s`:=]{0,3}$/i;

/** Numbers that HTTP gives to answers, and the words around them. */
const STATUS = /^(?:20[0-8]|30[0-8]|4(?:0\d|1[0-8]|2[1-9]|31|51)|50[0-8])$/;
const BEFORE_STATUS =
  /(?:[^\s|]:\s|^\s{0,3}(?=\d{3}\s\w)|\b(?:HTTP|status|code|gets?|gives?|returns?|returned|answers?|answered|responds?)\s(?:with\s|by\s|an?\s)?|\b(?:refused|rejected)\s(?:with|by|as)\s)$/i;
const AFTER_STATUS = /^\s{0,2}(?:$|[,.;:)|"]|(?:and|or|for|with|when|if|where|as|Created|Accepted|Conflict|Not|Bad|Forbidden|OK)\b)/;
/** The answer of a sequence diagram begins with its status. */
const IN_ANSWER = /-->{1,2}[-+]?\s{0,3}\w{1,30}\s{0,3}:\s{0,3}$/;

/** A number that names something: an exit code, a status, a mode. */
function asCode({ passage, whole, value, index, end, figures, before, rest }: Found, note: Note): boolean {
  const { keys, text } = passage;
  if (keys.includes("label:exitcodes") || keys.includes("column:exitcodes")) {
    if (figures) note(index, end, { dimension: "bare", value });
    return true;
  }
  // Nor does one count anything in a list of them: "13 partial, 14 failed".
  if (figures && /\bexit codes\W{1,5}\d[^.]{0,300}(?:[,;]|\band|\bor)\s$/i.test(text.slice(Math.max(0, index - 330), index))) return true;
  if (/^0[0-7]{3}$/.test(whole)) {
    note(index, end, { dimension: "mode", value: Number.parseInt(whole, 8), bound: "exact" });
    return true;
  }
  if (EXIT.test(before) && value < 256 && figures) {
    note(index, end, { dimension: "exit", value, bound: "exact" });
    return true;
  }
  // `409 ORDER_CHANGED` is a status, of which other facts tell.
  if (/^[\s`]{1,3}(?:[A-Z]{2,30}[_A-Z\d]{0,60}_[A-Z]|[A-Z]{5,30}\b)/.test(rest)) return true;
  // And `403 reader-blocked` is one with its code in other letters.
  if (STATUS.test(whole) && /^\s`?[a-z]{2,20}(?:[-_][a-z]{2,20}){1,5}(?![\w-]|\s[a-z])/.test(rest)) return true;
  // So is a number that stands by itself between marks of code: `404`.
  if (/^[1-5]\d\d$/.test(whole) && before.endsWith("`") && rest.startsWith("`")) return true;
  // What an interface answers with begins with its status, and counts nothing.
  if (STATUS.test(whole) && isResponse(passage) && /(?:^|[,;]\s|\bor\s)$/.test(before)) return true;
  const isAnswer = IN_ANSWER.test(before) || (BEFORE_STATUS.test(before) && AFTER_STATUS.test(rest));
  if (!STATUS.test(whole) || whole === text.trim() || !isAnswer) return false;
  note(index, end, { dimension: "status", value, bound: "exact" });
  return true;
}

function isResponse({ keys }: Passage): boolean {
  return keys.some((key) => /^(?:label|column):(?:error)?(?:responses?|conditions?|cases?|codes?|s)$/.test(key));
}

/** What a number without a unit may be. */
const ROLE =
  /\b(default|maximum|max|minimum|min|limit|port|version|priority|concurrency|threshold|factor|size|capacity|weight|depth)(?:\s(?:of|is|value|set to|to|the))?[\s:=]{0,3}$/i;

const ROLES: Readonly<Record<string, string>> = { max: "maximum", min: "minimum", limit: "maximum" };

function asCount({ passage, whole, value, index, end, figures, before, rest }: Found, note: Note): void {
  const nouns = nounsIn(rest);
  const role = ROLE.exec(before)?.[1]?.toLowerCase();
  const field = /^\sor more\b/.test(rest) ? countedField(passage) : "";
  if (role && figures) note(index, end, { dimension: `role:${ROLES[role] ?? role}`, value, nouns, bound: "exact" });
  else if (nouns.length > 0) note(index, end + nounsLength(rest), { dimension: "count", value, nouns });
  else if (field !== "") note(index, end, { dimension: "count", value, nouns: [field] });
  else if (figures) noteBare({ passage, whole, value, index, end }, note);
}

/** "An age of 16 or more", "has not turned 16": what is counted in years without saying so. */
const AGED = /\b(?:age of|aged|turned|age is)\s(?:at least\s)?$/i;
const YEARS = unitNamed("years", false);

/** A number that nothing around it explains; in the rules of a field its name may. */
function noteBare({ passage, whole, value, index, end }: Pick<Found, "passage" | "whole" | "value" | "index" | "end">, note: Note): void {
  const aged = AGED.test(passage.text.slice(Math.max(0, index - 24), index)) && value < 130;
  const { unit, noun } = aged && YEARS ? { unit: YEARS } : slotOf(passage);
  if (unit) note(index, end, { dimension: unit.dimension, value: value * unit.factor });
  else if (noun !== undefined) note(index, end, { dimension: "count", value, nouns: [noun] });
  else note(index, end, { dimension: /\.\d\d$/.test(whole) && value >= 10 ? "amount" : "bare", value });
}
