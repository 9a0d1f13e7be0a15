import type { DocumentKind } from "../../config/config.ts";
import type { Choice, Content, Passage, Quantity } from "./types.ts";

/** Something that a clause says, in a form in which it can be compared. */
export type Said = Quantity | Choice;

/** Two clauses that seem to speak of one thing, and say different things of it. */
export interface Difference {
  /** What departs. */
  said: Said;
  /** What it departs from. */
  other: Said;
  /** How surely both speak of the same. */
  score: number;
  /** The best score of a clause elsewhere that says the same as `said`. */
  backed: number;
  /** The same, of a clause in the same document. */
  own: number;
  /** @returns how well the document itself says, elsewhere, what `other` says; looked for when it is asked */
  answered(): number;
  /** Whether another document says the same value of such things, whatever of. */
  elsewhere: boolean;
  /** How many times larger one is than the other, as a power of ten. */
  apart: number;
  /** All that other documents say of such things is one value. */
  unanimous: boolean;
  /** The clause says another value of the sort that a third clause says too. */
  detail: boolean;
}

const isQuantity = (said: Said): said is Quantity => typeof said.value === "number";

const nearnesses = new WeakMap<Content, Nearness>();

/** @returns the measure of nearness of a feature's clauses */
export function nearnessOf(content: Content): Nearness {
  const nearness = nearnesses.get(content) ?? new Nearness(content);
  nearnesses.set(content, nearness);
  return nearness;
}

/** How near two clauses are; shared words count by how rare they are. */
class Nearness {
  readonly #weights = new Map<string, number>();
  readonly #frequency = new Map<string, number>();
  readonly #total: number;

  constructor({ quantities, choices }: Content) {
    const passages = new Set([...quantities, ...choices].map(({ passage }) => passage));
    for (const { own } of passages) for (const word of own) this.#frequency.set(word, (this.#frequency.get(word) ?? 0) + 1);
    this.#total = Math.max(50, 2 * passages.size);
  }

  weight(word: string): number {
    let weight = this.#weights.get(word);
    if (weight === undefined) {
      weight = Math.log(this.#total / (1 + (this.#frequency.get(word) ?? 0)));
      this.#weights.set(word, weight);
    }
    return Math.max(0, weight);
  }

  /** Words next to what is compared count for more than those around it. */
  of(a: Said, b: Said): number {
    let score = 0;
    const [nearA, nearB] = [a.near(), b.near()];
    for (const word of a.passage.own) {
      const near = (nearA.has(word) ? 1 : 0) + (nearB.has(word) ? 1 : 0);
      if (b.passage.own.has(word)) score += this.weight(word) * (NEAR[near] ?? 1);
      else if (b.passage.around.has(word)) score += this.weight(word) * (nearA.has(word) ? 0.35 : 0.2);
    }
    for (const word of a.passage.around)
      if (!a.passage.own.has(word) && b.passage.own.has(word)) score += this.weight(word) * (nearB.has(word) ? 0.35 : 0.2);
    return score + sharedKeys(a.passage, b.passage);
  }

  /** The same for whole clauses. */
  between(a: Passage, b: Passage): number {
    let score = 0;
    for (const word of a.own) if (b.own.has(word) || b.around.has(word)) score += this.weight(word) * (b.own.has(word) ? 1 : 0.35);
    for (const word of a.around) if (!a.own.has(word) && b.own.has(word)) score += this.weight(word) * 0.35;
    return score + sharedKeys(a, b);
  }
}

/** By how many of the two have a word next to what is compared. */
const NEAR: readonly number[] = [0.4, 0.65, 1];

function sharedKeys(a: Passage, b: Passage): number {
  let score = 0;
  const ids = a.ids.filter((id) => b.ids.includes(id)).length;
  if (ids > 0) score += (5 * ids) / Math.max(a.ids.length, b.ids.length);
  const shared = a.keys.filter((key) => b.keys.includes(key));
  for (const key of shared) score += key.startsWith("row:") ? 3 : key.startsWith("under:") ? 1.5 : key.startsWith("label:") ? 1 : 0.5;
  // The same label of the same interface is the same slot of a form.
  if (shared.some((key) => key.startsWith("label:")) && shared.some((key) => key.startsWith("under:"))) score += 2.5;
  return score;
}

/** Whether two things could be one: the same dimension, and for counts the same things. */
function comparable(a: Said, b: Said): boolean {
  if (!isQuantity(a) || !isQuantity(b)) return true;
  if (a.dimension === "count") return b.nouns.includes(a.nouns[0] ?? "") || a.nouns.includes(b.nouns[0] ?? "");
  if (a.dimension === "rate") return a.nouns.length === 0 || b.nouns.length === 0 || a.nouns.some((noun) => b.nouns.includes(noun));
  if (a.dimension === "bare") {
    const shared = (prefix: string) => a.passage.keys.some((key) => key.startsWith(prefix) && b.passage.keys.includes(key));
    return a.bound === b.bound && ((shared("row:") && shared("column:")) || (shared("under:") && shared("label:")));
  }
  return true;
}

/** @returns whether both say the same; kilobytes of both sorts are one. */
export function agree(a: Said, b: Said): boolean {
  if (!isQuantity(a) || !isQuantity(b)) return a.value === b.value;
  const tolerance = a.dimension === "size" || a.dimension === "throughput" ? 0.13 : a.dimension === "time" ? 0.02 : 1e-9;
  return Math.abs(a.value - b.value) <= tolerance * Math.max(Math.abs(a.value), Math.abs(b.value));
}

/** More clauses than these share a word that tells nothing. */
const COMMON = 60;

/**
 * Compares what documents say with what others say of the same, and gives the nearest clause that says otherwise.
 *
 * @param judged what may depart
 * @param others what it may depart from, by kind of document
 */
export function differences(content: Content, judged: readonly Said[], others: readonly Said[]): Difference[] {
  const nearness = nearnessOf(content);
  const index = indexOf(others);
  const values = groupBy(others, valueKey);
  const inRow = valuesByRow([...content.quantities, ...content.choices]);
  const agreedOn = unanimity(others);
  const backing = new Map<Passage, Backing[]>();
  const found = judged.flatMap((said) => {
    let best: Said | undefined;
    let score = 0;
    let effective = Number.NEGATIVE_INFINITY;
    let own = 0;
    let backed: { by: Said | undefined; score: number } = { by: undefined, score: 0 };
    for (const other of candidates(index, said)) {
      if (other.passage === said.passage || isParallel(said, other) || !comparable(said, other)) continue;
      const near = nearness.of(said, other);
      if (agree(said, other)) {
        if (other.passage.document === said.passage.document) own = Math.max(own, near);
        else if (near > backed.score) backed = { by: other, score: near };
      } else {
        const counts = near - distancePenalty(said, other);
        if (counts <= effective || inRow(said, other) || inRow(other, said) || said.passage.text.includes(other.text)) continue;
        score = near;
        effective = counts;
        best = other;
      }
    }
    if (backed.by) backing.set(said.passage, [...(backing.get(said.passage) ?? []), { said, by: backed.by.passage, score: backed.score }]);
    if (!best) return [];
    const { document } = said.passage;
    const elsewhere = (values.get(valueKey(said)) ?? []).some((other) => other.passage.document !== document && comparable(said, other));
    const apart = apartness(said, best);
    const other = best;
    const answered = () => answeredIn(index, nearness, other, document, said.passage);
    return [{ said, other, score, backed: backed.score, own, answered, elsewhere, apart, unanimous: agreedOn(said), detail: false }];
  });
  // A clause whose other value of the sort is said elsewhere adds a detail of its own.
  return found.map((difference) => ({
    ...difference,
    detail: (backing.get(difference.said.passage) ?? []).some(
      ({ said, by, score }) =>
        said !== difference.said &&
        said.dimension === difference.said.dimension &&
        by !== difference.other.passage &&
        score >= 0.6 * difference.score,
    ),
  }));
}

/** @returns whether each of two clauses states one such value, and cites one requirement, which is the same */
export function standsAlone(content: Content): (a: Said, b: Said) => boolean {
  const counts = groupBy(
    [...content.quantities, ...content.choices],
    ({ passage, dimension }) => `${passage.document} ${passage.start} ${dimension}`,
  );
  const alone = ({ passage, dimension }: Said) => counts.get(`${passage.document} ${passage.start} ${dimension}`)?.length === 1;
  return (a, b) => {
    const [first, second] = [new Set(a.passage.ids), new Set(b.passage.ids)];
    return first.size === 1 && second.size === 1 && first.has([...second][0] ?? "") && alone(a) && alone(b);
  };
}

/** How many times larger one value is than the other, as a power of ten. */
function apartness(a: Said, b: Said): number {
  return isQuantity(a) && isQuantity(b) ? Math.abs(Math.log10((a.value || 0.5) / (b.value || 0.5))) : 0;
}

/** Another document, and a value of the same order, are the likelier to be meant. */
function distancePenalty(a: Said, b: Said): number {
  return (a.passage.document === b.passage.document ? 2.6 : 0) + Math.max(0, apartness(a, b) - 0.6) * 3;
}

/** Tells of a count, a share or a rate whether other documents say it more than once, and always the same. */
function unanimity(others: readonly Said[]): (said: Said) => boolean {
  const keysOf = (said: Said) =>
    !isQuantity(said) || !["count", "rate", "percent", "amount"].includes(said.dimension)
      ? []
      : said.dimension === "count"
        ? said.nouns.slice(0, 1).map((noun) => `count ${noun}`)
        : [`${said.dimension} ${said.nouns[0] ?? ""}`];
  const values = new Map<string, Said[]>();
  for (const other of others)
    for (const key of keysOf(other)) {
      const list = values.get(key);
      if (!list) values.set(key, [other]);
      else if (list.length < 40) list.push(other);
    }
  return (said) =>
    keysOf(said).some((key) => {
      const rest = (values.get(key) ?? []).filter(({ passage }) => passage.document !== said.passage.document);
      const [first] = rest;
      return first !== undefined && rest.length > 1 && rest.every((other) => agree(first, other)) && !agree(first, said);
    });
}

/** What another document says as a clause does. */
interface Backing {
  said: Said;
  by: Passage;
  score: number;
}

/** Items of one section stand beside each other because they differ. */
function isParallel({ passage: a }: Said, { passage: b }: Said): boolean {
  return a.document === b.document && a.section === b.section && a.line !== b.line;
}

/** How well a document says, in another clause, what a clause of another one says. */
function answeredIn(index: Index, nearness: Nearness, other: Said, document: DocumentKind, except: Passage): number {
  let best = 0;
  for (const candidate of candidates(index, other)) {
    if (
      candidate.passage.document !== document ||
      candidate.passage === except ||
      !comparable(candidate, other) ||
      !agree(candidate, other)
    )
      continue;
    best = Math.max(best, nearness.of(candidate, other));
  }
  return best;
}

function valueKey({ dimension, value }: Said): string {
  return `${dimension} ${typeof value === "number" ? value.toPrecision(12) : value}`;
}

function groupBy(all: readonly Said[], keyOf: (said: Said) => string): Map<string, Said[]> {
  const groups = new Map<string, Said[]>();
  for (const said of all) {
    const key = keyOf(said);
    const group = groups.get(key);
    if (group) group.push(said);
    else groups.set(key, [said]);
  }
  return groups;
}

type Index = Map<string, Map<string, Said[]>>;

/** By dimension, and by the words of the clause. */
function indexOf(all: readonly Said[]): Index {
  const index: Index = new Map();
  for (const said of all) {
    const words = index.get(said.dimension) ?? new Map<string, Said[]>();
    index.set(said.dimension, words);
    for (const word of new Set([
      ...said.passage.own,
      ...said.passage.ids,
      ...said.passage.keys.filter((key) => key.startsWith("row:") || key.startsWith("label:")),
    ])) {
      const list = words.get(word);
      if (list) list.push(said);
      else words.set(word, [said]);
    }
  }
  return index;
}

function candidates(index: Index, said: Said): Set<Said> {
  const words = index.get(said.dimension);
  const found = new Set<Said>();
  if (!words) return found;
  const { own, around, ids, keys } = said.passage;
  for (const source of [own, ids, keys, around])
    for (const word of source) {
      const list = words.get(word);
      if (list && list.length <= COMMON) for (const each of list) found.add(each);
    }
  return found;
}

/** Whether the row or sentence around one clause also says what another one says. */
function valuesByRow(all: readonly Said[]): (around: Said, value: Said) => boolean {
  const key = ({ passage, dimension }: Said) => `${passage.document}:${passage.line}:${dimension}`;
  const rows = groupBy(all, key);
  return (around, value) => (rows.get(key(around)) ?? []).some((said) => agree(said, value));
}
