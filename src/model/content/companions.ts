import type { Said } from "./said.ts";
import type { Content, Passage } from "./types.ts";

/** What another value that two clauses share counts, beside a word. */
const SHARE = 0.8;
const MOST = 4;

/** What clauses say beside the one value that is compared: those that say the same of other things are the likelier to speak of one. */
export class Companions {
  readonly #values = new Map<Passage, Set<string>>();

  constructor({ quantities, choices }: Content) {
    for (const said of [...quantities, ...choices]) {
      const values = this.#values.get(said.passage);
      if (values) values.add(keyOf(said));
      else this.#values.set(said.passage, new Set([keyOf(said)]));
    }
  }

  /** @returns how many clauses say each value */
  frequencies(): Map<string, number> {
    const counts = new Map<string, number>();
    for (const values of this.#values.values()) for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
    return counts;
  }

  /** @param weight how much a shared value tells */
  score(a: Said, b: Said, weight: (value: string) => number): number {
    const [first, second] = [this.#values.get(a.passage), this.#values.get(b.passage)];
    if (!first || !second || first.size < 2 || second.size < 2) return 0;
    const sort = `${a.dimension} `;
    // Lists of such values stand side by side because they differ.
    const isList = countOf(first, sort) > 2 || countOf(second, sort) > 2;
    const [own, other] = [keyOf(a), keyOf(b)];
    let score = 0;
    for (const value of first)
      if (value !== own && value !== other && second.has(value) && !(isList && value.startsWith(sort))) score += weight(value) * SHARE;
    return Math.min(score, MOST);
  }
}

function countOf(values: ReadonlySet<string>, sort: string): number {
  let count = 0;
  for (const value of values) if (value.startsWith(sort)) count++;
  return count;
}

function keyOf({ dimension, value }: Said): string {
  return `${dimension} ${typeof value === "number" ? value.toPrecision(12) : value}`;
}
