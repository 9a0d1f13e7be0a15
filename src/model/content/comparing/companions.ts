import type { Content, Passage } from "../types.ts";
import { numberIn } from "./keys.ts";
import type { Said } from "./said.ts";

/** What another value that two clauses share counts, beside a word. */
const SHARE = 0.8;
const MOST = 4;
/** More values of one dimension than these are a list. */
const LIST = 2;

/** A value, and all that its clause says, as numbers. */
export interface Company {
  own: number | undefined;
  dimension: string;
  values: readonly number[];
}

const NONE: readonly number[] = [];

/** What clauses say beside the one value that is compared: those that say the same of other things are the likelier to speak of one. */
export class Companions {
  /** Each value that is said anywhere has a number. */
  readonly #numbers = new Map<string, number>();
  readonly #numberOf = new Map<Said, number>();
  readonly #dimensions: string[] = [];
  readonly #values = new Map<Passage, number[]>();
  /** How much each value tells that two clauses share. */
  readonly #weights: readonly number[];

  /** @param weightOf how much it tells that two clauses share what so many of them say */
  constructor({ quantities, choices }: Content, weightOf: (clauses: number) => number) {
    for (const list of [quantities, choices]) for (const said of list) this.#add(said);
    const counts: number[] = this.#dimensions.map(() => 0);
    for (const values of this.#values.values()) for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
    this.#weights = counts.map(weightOf);
  }

  of(said: Said): Company {
    return { own: this.#numberOf.get(said), dimension: said.dimension, values: this.#values.get(said.passage) ?? NONE };
  }

  score(a: Company, b: Company): number {
    if (a.values.length < 2 || b.values.length < 2) return 0;
    let score = 0;
    // Lists of such values stand side by side because they differ.
    let isList: boolean | undefined;
    for (const value of a.values) {
      if (value === a.own || value === b.own || !b.values.includes(value)) continue;
      if (this.#dimensions[value] === a.dimension) {
        isList ??= this.#isList(a.values, a.dimension) || this.#isList(b.values, a.dimension);
        if (isList) continue;
      }
      score += (this.#weights[value] ?? 0) * SHARE;
    }
    return Math.min(score, MOST);
  }

  #isList(values: readonly number[], dimension: string): boolean {
    let count = 0;
    for (const value of values) if (this.#dimensions[value] === dimension) count++;
    return count > LIST;
  }

  #add(said: Said): void {
    const { dimension, value, passage } = said;
    const number = numberIn(this.#numbers, `${dimension} ${typeof value === "number" ? value.toPrecision(12) : value}`);
    this.#dimensions[number] = dimension;
    this.#numberOf.set(said, number);
    const values = this.#values.get(passage);
    if (!values) this.#values.set(passage, [number]);
    else if (!values.includes(number)) values.push(number);
  }
}
