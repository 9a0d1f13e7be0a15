import type { Family, Limits, Range } from "./types.ts";

const NUMBER = String.raw`(-?\d{1,18}(?:\.\d{1,9})?)`;
/** What may stand between a comparing word and its number. */
const OF = String.raw`(?:\s?(?:[:=]|of|is|are|to)){0,2}\s?`;

/** How a limit is written, and the bounds that it states: with one number or with two. */
const FORMS: readonly [pattern: RegExp, bounds: (numbers: readonly number[]) => Range][] = [
  [of(String.raw`${NUMBER}\s?(?:<=|≤)\s?[\w ]{0,40}\s?(?:<=|≤)\s?${NUMBER}`), both],
  [of(String.raw`\b(?:between|from)\s${NUMBER}\s(?:and|to|through)\s${NUMBER}`), both],
  [of(String.raw`(?<![\w.])${NUMBER}\s?(?:\bto\b|\bthrough\b|\bup to\b|-|–|—|\.\.\.?|…)\s?${NUMBER}(?![\w-])`), both],
  [of(String.raw`(?<![\w.])${NUMBER}\sor\s${NUMBER}(?=\s(?:items?|entries|elements|values|characters|digits)\b)`), both],
  [of(String.raw`\[\s?${NUMBER}\s?[,;]\s?${NUMBER}\s?\]`), both],
  [
    of(
      String.raw`(?:<=|≤|=<|\b(?:at most|up to|max(?:imum|imal|imally|\.)?|no more than|not more than|not (?:exceed|exceeding|longer than|greater than|larger than|above)|no (?:longer|greater|larger) than|not over)|\b\w{0,12}Max\w{0,12})(?:\s?(?:length|items|size|value))?${OF}${NUMBER}`,
    ),
    upper,
  ],
  [
    of(
      String.raw`(?:>=|≥|=>|\b(?:at least|min(?:imum|imal|imally|\.)?|no less than|not less than|no fewer than|not fewer than|not (?:below|under|shorter than|smaller than))|\b\w{0,12}Min\w{0,12})(?:\s?(?:length|items|size|value))?${OF}${NUMBER}`,
    ),
    lower,
  ],
  [
    of(String.raw`(?:(?<![<=])<(?!=)|(?<!no |not )\b(?:less than|fewer than|below|under|smaller than|shorter than))\s?${NUMBER}`),
    ([max]) => ({ ...bound("max", max), maxOpen: true }),
  ],
  [
    of(String.raw`(?:(?<![>=])>(?!=)|(?<!no |not )\b(?:more than|greater than|above|over|larger than|longer than|exceeds))\s?${NUMBER}`),
    ([min]) => ({ ...bound("min", min), minOpen: true }),
  ],
  [of(String.raw`(?<![\w.])${NUMBER}\s(?:or (?:more|greater|above)|and (?:more|above))\b`), lower],
  [of(String.raw`(?<![\w.])${NUMBER}\s(?:or (?:less|fewer|below)|max(?:imum)?)\b`), upper],
  [of(String.raw`\bexactly\s${NUMBER}`), ([n]) => ({ ...bound("min", n), ...bound("max", n) })],
  [of(String.raw`\bpositive\b`), () => ({ min: 0, minOpen: true })],
  [of(String.raw`\bnon-?negative\b|\bnot negative\b`), () => ({ min: 0 })],
  [of(String.raw`\bnon-?empty\b|\bnot empty\b|\bnot blank\b`), () => ({ min: 1 })],
  // `32 hexadecimal digits`, and nothing that compares before it.
  [
    of(
      String.raw`(?<![\w.])${NUMBER}(?=\s(?:hex(?:adecimal)?\s|decimal\s|ascii\s|upper-?case\s|lower-?case\s)?(?:characters?|chars?|letters|digits|hex)\b)`,
    ),
    ([n]) => ({ ...bound("min", n), ...bound("max", n) }),
  ],
];

function of(source: string): RegExp {
  return new RegExp(source, "giu");
}

function bound(side: "min" | "max", number: number | undefined): Range {
  return number === undefined ? {} : { [side]: number };
}

function both([min, max]: readonly number[]): Range {
  return { ...bound("min", min), ...bound("max", max) };
}

function lower([min]: readonly number[]): Range {
  return bound("min", min);
}

function upper([max]: readonly number[]): Range {
  return bound("max", max);
}

const LENGTH =
  /^[\s-]{0,3}(?:unicode |ascii |utf-?8 |hex(?:adecimal)? |decimal |upper-?case |lower-?case )?(?:characters?|chars?|letters|digits|code ?points)\b/i;
const ITEMS = /^\s?(?:items?|elements?|entries|entry|members?|values?|of them)\b/i;
/** Measured in something else than the field's own value. */
const OTHER_UNIT =
  /^\s?(?:%|[kmg]i?b\b|bytes?\b|octets?\b|kilobytes?|megabytes?|decimals?\b|decimal places|places\b|fraction|lines\b|words\b|times\b)/i;

/**
 * Reads the limits of a field from what is said of it: "1 to 100 items, each at most 64 characters".
 * What is said twice and differently is left out.
 */
export function readLimits(written: string, family: Family): Limits {
  let text = plainNumbers(written);
  // Every form holds a number, or one of these words.
  if (!/\d|positive|negative|empty|blank/i.test(text)) return {};
  const found: Limits = {};
  for (const [pattern, bounds] of FORMS) {
    text = text.replace(pattern, (match: string, ...rest: unknown[]) => {
      const numbers = rest.filter((group, index) => index < rest.length - 2 && typeof group === "string").map(Number);
      const offset = rest.findLast((value) => typeof value === "number") as number;
      const dimension = dimensionOf(match, text.slice(offset + match.length, offset + match.length + 40), family);
      if (dimension) found[dimension] = joined(found[dimension], bounds(numbers));
      // What is read once is not read again by a form that would see half of it.
      return " ".repeat(match.length);
    });
  }
  return Object.fromEntries(
    Object.entries(found).flatMap(([dimension, range]) => {
      const closed = dimension === "value" && family !== "integer" ? range : closeBounds(range);
      return closed.min === undefined && closed.max === undefined ? [] : [[dimension, closed]];
    }),
  );
}

/** `99,999,999`, `99_999_999` and "ten" are numbers as well. */
function plainNumbers(text: string): string {
  const words = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"];
  return text
    .slice(0, 2000)
    .replace(/(?<=\d)[,_'\u00A0\u202F](?=\d{3}(?!\d))/g, "")
    .replace(/\b(?:zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b(?! of)/gi, (word) =>
      String(words.indexOf(word.toLowerCase())),
    );
}

function dimensionOf(match: string, behind: string, family: Family): keyof Limits | undefined {
  if (OTHER_UNIT.test(behind)) return undefined;
  const isCollection = family === "array" || family === "map";
  const isNumber = family === "integer" || family === "decimal";
  if (LENGTH.test(behind) || /length|not blank/i.test(match)) return isNumber ? undefined : "length";
  if (isCollection) return "items";
  if (ITEMS.test(behind)) return undefined;
  if (isNumber) return "value";
  return family === "string" && /empty/i.test(match) ? "length" : undefined;
}

/** Both bounds of what is said in two places; a bound that differs is not known. */
function joined(known: Range | undefined, next: Range): Range {
  if (!known) return next;
  const range: Range = { ...known };
  for (const [side, open] of [
    ["min", "minOpen"],
    ["max", "maxOpen"],
  ] as const) {
    if (next[side] === undefined) continue;
    if (known[side] === undefined) {
      range[side] = next[side];
      if (next[open]) range[open] = true;
    } else if (known[side] !== next[side]) {
      range[side] = Number.NaN;
    }
  }
  return range;
}

/** Whole numbers above 0 begin with 1. */
function closeBounds({ min, max, minOpen, maxOpen }: Range): Range {
  const known = (bound: number | undefined) => bound !== undefined && !Number.isNaN(bound);
  return {
    ...(known(min) && { min: (min as number) + (minOpen ? 1 : 0) }),
    ...(known(max) && { max: (max as number) - (maxOpen ? 1 : 0) }),
  };
}
