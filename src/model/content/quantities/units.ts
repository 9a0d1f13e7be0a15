/** A unit in the base of its dimension. */
export interface Unit {
  dimension: "time" | "size" | "percent" | "speed" | "mass";
  factor: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

const TABLE: readonly [Unit["dimension"], number, string][] = [
  ["time", 0.001, "µs us microsecond microseconds"],
  ["time", 1, "ms msec msecs millisecond milliseconds"],
  ["time", SECOND, "s sec secs second seconds"],
  ["time", MINUTE, "min mins minute minutes m"],
  ["time", HOUR, "h hr hrs hour hours"],
  ["time", DAY, "d day days"],
  ["time", 7 * DAY, "w week weeks"],
  ["time", 30 * DAY, "month months"],
  ["time", 365 * DAY, "y yr yrs year years"],
  ["size", 1, "byte bytes b"],
  ["size", 1024, "kb kib kilobyte kilobytes"],
  ["size", 1024 ** 2, "mb mib megabyte megabytes"],
  ["size", 1024 ** 3, "gb gib gigabyte gigabytes"],
  ["size", 1024 ** 4, "tb tib terabyte terabytes"],
  ["mass", 1, "g gram grams"],
  ["mass", 1000, "kg kilogram kilograms"],
  ["percent", 1, "% percent pct"],
  ["speed", 1, "kbit/s kbps"],
  ["speed", 1000, "mbit/s mbps"],
  ["speed", 1_000_000, "gbit/s gbps"],
];

const UNITS = new Map<string, Unit>(
  TABLE.flatMap(([dimension, factor, names]) => names.split(" ").map((name): [string, Unit] => [name, { dimension, factor }])),
);

/** Letters that mean a unit only where they touch the number. */
const TOUCHING = new Set(["m", "d", "w", "y", "b", "g", "h", "s"]);

/**
 * @param glued whether nothing stands between the number and the word
 * @returns the unit that a word names
 */
export function unitNamed(word: string, glued: boolean): Unit | undefined {
  const lower = word.toLowerCase();
  if (!glued && TOUCHING.has(lower) && lower !== "s" && lower !== "h") return undefined;
  return UNITS.get(lower);
}

/** Lengths of time that a word names by itself. */
export const PERIODS: Readonly<Record<string, number>> = {
  hourly: HOUR,
  daily: DAY,
  weekly: 7 * DAY,
  monthly: 30 * DAY,
  second: SECOND,
  minute: MINUTE,
  hour: HOUR,
  day: DAY,
  week: 7 * DAY,
  month: 30 * DAY,
  year: 365 * DAY,
};

const WORDS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty".split(
    " ",
  );

/** Numbers that are written out, as far as designs need them. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map<string, number>([
  ...WORDS.map((word, index): [string, number] => [word, index]),
  ["thirty", 30],
  ["forty", 40],
  ["fifty", 50],
  ["sixty", 60],
  ["ninety", 90],
]);
