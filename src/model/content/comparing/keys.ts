import type { Passage } from "../types.ts";

/** What a clause is about for certain, in a form that is compared thousands of times. */
export interface Marks {
  ids: readonly string[];
  /** Its keys as numbers. */
  keys: readonly number[];
  /** The number of the innermost heading; -1 where there is none. */
  heading: number;
  /** The names behind those that are labels, and behind those that are rows, as numbers of their own. */
  labels: readonly number[];
  rows: readonly number[];
}

/** What it tells that two clauses stand in rows of one name. */
const ROW = 3;
const KINDS: readonly (readonly [prefix: string, counts: number])[] = [
  ["row:", ROW],
  ["under:", 1.5],
  ["label:", 1],
  ["", 0.5],
];
const LABEL = "label:";

/** Compares what clauses are about for certain: ids, and the rows, headings and labels that they stand in. */
export class Keys {
  readonly #numbers = new Map<string, number>();
  readonly #names = new Map<string, number>();
  /** By the number of a key: what it begins with, and how much it counts. */
  readonly #kinds: (readonly [prefix: string, counts: number])[] = [];
  readonly #known = new Map<Passage, Marks>();

  marksOf(passage: Passage): Marks {
    let marks = this.#known.get(passage);
    if (!marks) {
      const { ids, keys, heading } = passage;
      const named = (prefix: string) =>
        keys.flatMap((key) => (key.startsWith(prefix) ? [numberIn(this.#names, key.slice(prefix.length))] : []));
      marks = {
        ids,
        keys: keys.map((key) => this.#number(key)),
        heading: heading === "" ? -1 : this.#number(heading),
        labels: named(LABEL),
        rows: named("row:"),
      };
      this.#known.set(passage, marks);
    }
    return marks;
  }

  /** @returns how much two clauses share of what they are about */
  shared(a: Marks, b: Marks): number {
    let score = 0;
    const ids = sharedIds(a.ids, b.ids);
    if (ids > 0) score += (5 * ids) / Math.max(a.ids.length, b.ids.length);
    let label = false;
    let under = false;
    for (const key of a.keys) {
      if (!b.keys.includes(key)) continue;
      const kind = this.#kinds[key];
      label ||= kind?.[0] === LABEL;
      under ||= key === a.heading && key === b.heading;
      score += kind?.[1] ?? 0;
    }
    // What a row is about in one document is a label in front of a sentence in another one.
    if (score < ROW && (sharesOne(a.labels, b.rows) || sharesOne(b.labels, a.rows))) score += ROW;
    // The same label of the same interface is the same slot of a form.
    return label && under ? score + 2.5 : score;
  }

  #number(key: string): number {
    const number = numberIn(this.#numbers, key);
    this.#kinds[number] ??= KINDS.find(([prefix]) => key.startsWith(prefix)) ?? ["", 0];
    return number;
  }
}

/** @returns the number of a word, which is a new one where it has none yet */
export function numberIn(numbers: Map<string, number>, word: string): number {
  let number = numbers.get(word);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(word, number);
  }
  return number;
}

function sharesOne(a: readonly number[], b: readonly number[]): boolean {
  return a.length > 0 && b.length > 0 && a.some((number) => b.includes(number));
}

/** Up to this many comparisons a look at each is the quickest. */
const FEW = 64;
/** All clauses of a line cite the same ids: one list. */
const counted = new WeakMap<readonly string[], WeakMap<readonly string[], number>>();

function sharedIds(a: readonly string[], b: readonly string[]): number {
  if (a.length * b.length <= FEW) {
    let ids = 0;
    for (const id of a) if (b.includes(id)) ids++;
    return ids;
  }
  const withA = counted.get(a) ?? new WeakMap<readonly string[], number>();
  counted.set(a, withA);
  let ids = withA.get(b);
  if (ids === undefined) {
    const others = new Set(b);
    ids = a.filter((id) => others.has(id)).length;
    withA.set(b, ids);
  }
  return ids;
}
