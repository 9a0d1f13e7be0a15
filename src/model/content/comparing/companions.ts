import type { Content, Passage } from "../types.ts";
import type { Said } from "./said.ts";

/** What another value that two clauses share counts, beside a word. */
const SHARE = 0.8;
const MOST = 4;
/** More values of one dimension than these are a list. */
const LIST = 2;

/** What clauses say beside the one value that is compared: those that say the same of other things are the likelier to speak of one. */
export class Companions {
  /** Each value that is said anywhere has a number. */
  readonly #numbers = new Map<string, number>();
  readonly #numberOf = new Map<Said, number>();
  readonly #dimensions: string[] = [];
  readonly #values = new Map<Passage, Set<number>>();

  constructor({ quantities, choices }: Content) {
    for (const said of [...quantities, ...choices]) {
      const number = this.#number(said);
      this.#numberOf.set(said, number);
      const values = this.#values.get(said.passage);
      if (values) values.add(number);
      else this.#values.set(said.passage, new Set([number]));
    }
  }

  /** @returns how many clauses say each value */
  frequencies(): number[] {
    const counts: number[] = this.#dimensions.map(() => 0);
    for (const values of this.#values.values()) for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
    return counts;
  }

  /** @param weights how much each value tells that two clauses share, in the order of {@link frequencies} */
  score(a: Said, b: Said, weights: readonly number[]): number {
    const [first, second] = [this.#values.get(a.passage), this.#values.get(b.passage)];
    if (!first || !second || first.size < 2 || second.size < 2) return 0;
    const [own, other] = [this.#numberOf.get(a), this.#numberOf.get(b)];
    let score = 0;
    // Lists of such values stand side by side because they differ.
    let isList: boolean | undefined;
    for (const value of first) {
      if (value === own || value === other || !second.has(value)) continue;
      if (this.#dimensions[value] === a.dimension) {
        isList ??= this.#isList(first, a.dimension) || this.#isList(second, a.dimension);
        if (isList) continue;
      }
      score += (weights[value] ?? 0) * SHARE;
    }
    return Math.min(score, MOST);
  }

  #isList(values: ReadonlySet<number>, dimension: string): boolean {
    let count = 0;
    for (const value of values) if (this.#dimensions[value] === dimension) count++;
    return count > LIST;
  }

  #number({ dimension, value }: Said): number {
    const name = `${dimension} ${typeof value === "number" ? value.toPrecision(12) : value}`;
    let number = this.#numbers.get(name);
    if (number === undefined) {
      number = this.#dimensions.length;
      this.#numbers.set(name, number);
      this.#dimensions.push(dimension);
    }
    return number;
  }
}
