import { Companions } from "./companions.ts";
import type { Said } from "./said.ts";
import type { Content, Passage } from "./types.ts";

/** The words of a clause as numbers, in rising order, and those around it that are not its own. */
interface Words {
  own: Int32Array;
  around: Int32Array;
}

/** By how many of the two have a word next to what is compared. */
const NEAR: readonly number[] = [0.4, 0.65, 1];

const known = new WeakMap<Content, Nearness>();

/** @returns the measure of nearness of a feature's clauses */
export function nearnessOf(content: Content): Nearness {
  const nearness = known.get(content) ?? new Nearness(content);
  known.set(content, nearness);
  return nearness;
}

/** How near two clauses are; shared words count by how rare they are. Words are compared as numbers: thousands of pairs are asked for. */
export class Nearness {
  readonly #numbers = new Map<string, number>();
  readonly #weights: number[] = [];
  readonly #words = new Map<Passage, Words>();
  /** For each of a clause's own words whether it stands next to what is compared. */
  readonly #next = new Map<Said, Uint8Array>();
  readonly #rarest: number;
  readonly #companions: Companions;

  constructor(content: Content) {
    const { quantities, choices } = content;
    this.#companions = new Companions(content);
    const passages = new Set([...quantities, ...choices].map(({ passage }) => passage));
    const total = Math.max(50, 2 * passages.size);
    const frequency: number[] = [];
    for (const { own } of passages)
      for (const word of own) {
        const number = this.#number(word);
        frequency[number] = (frequency[number] ?? 0) + 1;
      }
    for (const [value, count] of this.#companions.frequencies()) frequency[this.#number(value)] = count;
    for (const [number, count] of frequency.entries()) this.#weights[number] = Math.max(0, Math.log(total / (1 + count)));
    this.#rarest = Math.log(total);
  }

  /** @returns how much a word tells that two clauses share */
  weight(word: string): number {
    return this.#weight(this.#number(word));
  }

  readonly #weightOf = (word: string): number => this.weight(word);

  /** Words next to what is compared count for more than those around it. */
  of(a: Said, b: Said): number {
    const [wordsA, wordsB] = [this.#wordsOf(a.passage), this.#wordsOf(b.passage)];
    const [nextA, nextB] = [this.#nextTo(a, wordsA), this.#nextTo(b, wordsB)];
    let score = sharedKeys(a.passage, b.passage) + this.#companions.score(a, b, this.#weightOf);
    shared(wordsA.own, wordsB.own, (word, i, j) => {
      score += this.#weight(word) * (NEAR[(nextA[i] ?? 0) + (nextB[j] ?? 0)] ?? 1);
    });
    shared(wordsA.own, wordsB.around, (word, i) => {
      score += this.#weight(word) * (nextA[i] ? 0.35 : 0.2);
    });
    shared(wordsB.own, wordsA.around, (word, j) => {
      score += this.#weight(word) * (nextB[j] ? 0.35 : 0.2);
    });
    return score;
  }

  /** The same for whole clauses. */
  between(a: Passage, b: Passage): number {
    const [wordsA, wordsB] = [this.#wordsOf(a), this.#wordsOf(b)];
    let score = sharedKeys(a, b);
    shared(wordsA.own, wordsB.own, (word) => {
      score += this.#weight(word);
    });
    for (const [own, around] of [
      [wordsA.own, wordsB.around],
      [wordsB.own, wordsA.around],
    ] as const)
      shared(own, around, (word) => {
        score += this.#weight(word) * 0.35;
      });
    return score;
  }

  #number(word: string): number {
    let number = this.#numbers.get(word);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(word, number);
    }
    return number;
  }

  #weight(word: number): number {
    return this.#weights[word] ?? this.#rarest;
  }

  #wordsOf(passage: Passage): Words {
    let words = this.#words.get(passage);
    if (!words) {
      const around = [...passage.around].filter((word) => !passage.own.has(word));
      const sorted = (all: Iterable<string>) => Int32Array.from(all, (word) => this.#number(word)).sort();
      words = { own: sorted(passage.own), around: sorted(around) };
      this.#words.set(passage, words);
    }
    return words;
  }

  #nextTo(said: Said, { own }: Words): Uint8Array {
    let next = this.#next.get(said);
    if (!next) {
      const near = new Set(Array.from(said.near(), (word) => this.#number(word)));
      next = Uint8Array.from(own, (word) => (near.has(word) ? 1 : 0));
      this.#next.set(said, next);
    }
    return next;
  }
}

/** Tells each number that two lists in rising order share, with its index in both. */
function shared(a: Int32Array, b: Int32Array, tell: (value: number, i: number, j: number) => void): void {
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [left, right] = [a[i] as number, b[j] as number];
    if (left === right) tell(left, i, j);
    if (left <= right) i++;
    if (right <= left) j++;
  }
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

function sharedKeys(a: Passage, b: Passage): number {
  let score = 0;
  const ids = sharedIds(a.ids, b.ids);
  if (ids > 0) score += (5 * ids) / Math.max(a.ids.length, b.ids.length);
  let label = false;
  let under = false;
  for (const key of a.keys) {
    if (!b.keys.includes(key)) continue;
    label ||= key.startsWith("label:");
    under ||= key.startsWith("under:");
    score += key.startsWith("row:") ? 3 : key.startsWith("under:") ? 1.5 : key.startsWith("label:") ? 1 : 0.5;
  }
  // The same label of the same interface is the same slot of a form.
  return label && under ? score + 2.5 : score;
}
