import { matchesOf } from "../../../text/matches.ts";

/** A stretch of a text that is worth reading. */
export interface Spot {
  index: number;
  text: string;
}

/** Where in a text something stands that is worth reading: all else is passed over. */
export class Spots {
  readonly #spots: readonly Spot[];

  /** @param pattern global */
  constructor(text: string, pattern: RegExp) {
    this.#spots = matchesOf(text, pattern).map(({ index, 0: found }) => ({ index, text: found }));
  }

  /** @returns whether one of them begins between two offsets */
  any(start: number, end: number): boolean {
    const first = this.#spots[this.#from(start)];
    return first !== undefined && first.index < end;
  }

  /** @returns those that begin between two offsets */
  within(start: number, end: number): readonly Spot[] {
    const from = this.#from(start);
    let to = from;
    while ((this.#spots[to]?.index ?? end) < end) to++;
    return from === to ? NONE : this.#spots.slice(from, to);
  }

  #from(start: number): number {
    let low = 0;
    let high = this.#spots.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#spots[middle]?.index ?? start) < start) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const NONE: readonly Spot[] = [];
