import type { Content, Passage } from "../types.ts";
import { Companions, type Company } from "./companions.ts";
import { Keys, type Marks, numberIn } from "./keys.ts";
import type { Said } from "./said.ts";

/** The words of a clause as numbers, in rising order, so that the same words always make the same sum, and those around it that are not its own. */
interface Words {
  own: readonly number[];
  around: readonly number[];
}

/** All by which a value is compared: the words of its clause, and what else is said there. */
interface Standing extends Words {
  /** For each of its own words 1 where it stands next to the value, else 0. */
  next: readonly number[];
  marks: Marks;
  company: Company;
}

/** By how many of the two have a word next to what is compared. */
const NEAR: readonly number[] = [0.4, 0.65, 1];

/** What a word is to the clause that others are compared with. */
const OWN = 1;
const NEXT = 2;
const AROUND = 3;

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
  readonly #weights: readonly number[];
  readonly #rarest: number;
  readonly #words = new Map<Passage, Words>();
  readonly #standing = new Map<Said, Standing>();
  readonly #companions: Companions;
  readonly #keys = new Keys();
  /** What each word is to one clause, which many are compared with in a row. */
  readonly #marks: number[] = [];
  #marked: Words = { own: [], around: [] };

  constructor(content: Content) {
    const passages = new Set<Passage>();
    for (const list of [content.quantities, content.choices]) for (const { passage } of list) passages.add(passage);
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
    this.#companions = new Companions(content, weightOf);
  }

  /** Words next to what is compared count for more than those around it. */
  of(a: Said, b: Said): number {
    const first = this.#standingOf(a);
    const { own, next, around, marks, company } = this.#standingOf(b);
    if (this.#marked !== first) this.#mark(first, first.next);
    let score = this.#keys.shared(first.marks, marks) + this.#companions.score(first.company, company);
    for (let at = 0; at < own.length; at++) {
      const word = own[at] as number;
      const mark = this.#marks[word] as number;
      if (mark === OWN || mark === NEXT) score += this.#weight(word) * (NEAR[mark - OWN + (next[at] as number)] as number);
    }
    for (const word of around) {
      const mark = this.#marks[word];
      if (mark === OWN || mark === NEXT) score += this.#weight(word) * (mark === NEXT ? 0.35 : 0.2);
    }
    for (let at = 0; at < own.length; at++) {
      const word = own[at] as number;
      if (this.#marks[word] === AROUND) score += this.#weight(word) * (next[at] === 1 ? 0.35 : 0.2);
    }
    return score;
  }

  /** The same for the parts of both clauses, between commas, that two values stand in. */
  beside(a: Said, b: Said): number {
    const first = this.#standingOf(a);
    const { own, next } = this.#standingOf(b);
    this.#mark(first, first.next);
    return this.#sum(own, (mark, at) => (mark === NEXT && next[at] === 1 ? 1 : 0));
  }

  /** The same for whole clauses. */
  between(a: Passage, b: Passage): number {
    const { own, around } = this.#wordsOf(b);
    this.#mark(this.#wordsOf(a));
    let score = this.#keys.shared(this.#keys.marksOf(a), this.#keys.marksOf(b));
    score = this.#sum(own, (mark) => (mark === OWN ? 1 : 0), score);
    score = this.#sum(around, (mark) => (mark === OWN ? 0.35 : 0), score);
    return this.#sum(own, (mark) => (mark === AROUND ? 0.35 : 0), score);
  }

  /** @param share how much of its weight a word counts, by what it is to the marked clause */
  #sum(words: readonly number[], share: (mark: number, at: number) => number, from = 0): number {
    let sum = from;
    for (let at = 0; at < words.length; at++) {
      const word = words[at] as number;
      const counts = share(this.#marks[word] as number, at);
      if (counts > 0) sum += this.#weight(word) * counts;
    }
    return sum;
  }

  #mark(words: Words, next?: readonly number[]): void {
    for (const word of this.#marked.own) this.#marks[word] = 0;
    for (const word of this.#marked.around) this.#marks[word] = 0;
    for (let at = 0; at < words.own.length; at++) this.#marks[words.own[at] as number] = next?.[at] === 1 ? NEXT : OWN;
    for (const word of words.around) this.#marks[word] = AROUND;
    this.#marked = words;
  }

  #number(word: string): number {
    const number = numberIn(this.#numbers, word);
    if (number === this.#marks.length) this.#marks.push(0);
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
      words = { own: inOrder(Array.from(own, (word) => this.#number(word))), around: inOrder(around) };
      this.#words.set(passage, words);
    }
    return words;
  }

  #standingOf(said: Said): Standing {
    let standing = this.#standing.get(said);
    if (!standing) {
      const { passage } = said;
      const { own, around } = this.#wordsOf(passage);
      const next = own.map(() => 0);
      for (const word of said.near()) {
        const at = own.indexOf(this.#number(word));
        if (at !== -1) next[at] = 1;
      }
      standing = { own, around, next, marks: this.#keys.marksOf(passage), company: this.#companions.of(said) };
      this.#standing.set(said, standing);
    }
    return standing;
  }
}

/** Up to this many numbers are put in order the quickest one by one: words are numbered as they come, so most are in order. */
const FEW = 60;

function inOrder(numbers: number[]): number[] {
  if (numbers.length > FEW) return numbers.sort((a, b) => a - b);
  for (let at = 1; at < numbers.length; at++) {
    const number = numbers[at] as number;
    let to = at;
    for (; to > 0 && (numbers[to - 1] as number) > number; to--) numbers[to] = numbers[to - 1] as number;
    numbers[to] = number;
  }
  return numbers;
}
