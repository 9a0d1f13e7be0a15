import type { Content, Passage } from "../types.ts";
import { Companions } from "./companions.ts";
import type { Said } from "./said.ts";

/** The words of a clause as numbers, in rising order, and those around it that are not its own. */
interface Words {
  own: Int32Array;
  around: Int32Array;
}

/** The words of the clause that something stands in, and for each of its own whether it stands next to it. */
interface Standing extends Words {
  next: Uint8Array;
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
  /** How much a word tells that two clauses share. */
  readonly #weights: number[] = [];
  readonly #rarest: number;
  readonly #words = new Map<Passage, Words>();
  readonly #standing = new Map<Said, Standing>();
  readonly #companions: Companions;
  /** How much each value tells that two clauses say beside what is compared. */
  readonly #shared: readonly number[];

  constructor(content: Content) {
    const { quantities, choices } = content;
    const passages = new Set([...quantities, ...choices].map(({ passage }) => passage));
    const total = Math.max(50, 2 * passages.size);
    const weightOf = (count: number) => Math.max(0, Math.log(total / (1 + count)));
    const frequency: number[] = [];
    for (const { own } of passages)
      for (const word of own) {
        const number = this.#number(word);
        frequency[number] = (frequency[number] ?? 0) + 1;
      }
    this.#weights = frequency.map(weightOf);
    this.#rarest = Math.log(total);
    this.#companions = new Companions(content);
    this.#shared = this.#companions.frequencies().map(weightOf);
  }

  /** Words next to what is compared count for more than those around it. */
  of(a: Said, b: Said): number {
    const [first, second] = [this.#standingOf(a), this.#standingOf(b)];
    let score = sharedKeys(a.passage, b.passage) + this.#companions.score(a, b, this.#shared);
    shared(first.own, second.own, (word, i, j) => {
      score += this.#weight(word) * (NEAR[(first.next[i] ?? 0) + (second.next[j] ?? 0)] ?? 1);
    });
    shared(first.own, second.around, (word, i) => {
      score += this.#weight(word) * (first.next[i] ? 0.35 : 0.2);
    });
    shared(second.own, first.around, (word, j) => {
      score += this.#weight(word) * (second.next[j] ? 0.35 : 0.2);
    });
    return score;
  }

  /** The same for the parts of both clauses, between commas, that two values stand in. */
  beside(a: Said, b: Said): number {
    const [first, second] = [this.#standingOf(a), this.#standingOf(b)];
    let score = 0;
    shared(first.own, second.own, (word, i, j) => {
      if (first.next[i] && second.next[j]) score += this.#weight(word);
    });
    return score;
  }

  /** The same for whole clauses. */
  between(a: Passage, b: Passage): number {
    const [first, second] = [this.#wordsOf(a), this.#wordsOf(b)];
    let score = sharedKeys(a, b);
    shared(first.own, second.own, (word) => {
      score += this.#weight(word);
    });
    for (const [own, around] of [
      [first.own, second.around],
      [second.own, first.around],
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
      const { own } = passage;
      const around: number[] = [];
      for (const word of passage.around) if (!own.has(word)) around.push(this.#number(word));
      words = { own: Int32Array.from(Array.from(own, (word) => this.#number(word))).sort(), around: Int32Array.from(around).sort() };
      this.#words.set(passage, words);
    }
    return words;
  }

  #standingOf(said: Said): Standing {
    let standing = this.#standing.get(said);
    if (!standing) {
      const { own, around } = this.#wordsOf(said.passage);
      const next = new Uint8Array(own.length);
      for (const word of said.near()) {
        const at = own.indexOf(this.#number(word));
        if (at !== -1) next[at] = 1;
      }
      standing = { own, around, next };
      this.#standing.set(said, standing);
    }
    return standing;
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

/** What it tells that two clauses stand in rows of one name. */
const ROW = 3;

function isLabelOfRow(labels: readonly string[], rows: readonly string[]): boolean {
  return labels.some((label) => label.startsWith("label:") && rows.includes(`row:${label.slice("label:".length)}`));
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
    score += key.startsWith("row:") ? ROW : key.startsWith("under:") ? 1.5 : key.startsWith("label:") ? 1 : 0.5;
  }
  // What a row is about in one document is a label in front of a sentence in another one.
  if (score < ROW && (isLabelOfRow(a.keys, b.keys) || isLabelOfRow(b.keys, a.keys))) score += ROW;
  // The same label of the same interface is the same slot of a form.
  return label && under ? score + 2.5 : score;
}
