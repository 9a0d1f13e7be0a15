import { groupBy } from "../../../text/group.ts";
import { once } from "../../../text/once.ts";
import type { Content, Passage } from "../types.ts";
import { bestOf, isDetail, isElsewhere, isLost } from "./borne-out.ts";
import { likeEachOther } from "./candidates.ts";
import { type Ground, isChorus, type Rival, rivalsOf, type Support, supportOf, valuesByRow } from "./nearest.ts";
import { nearnessOf } from "./nearness.ts";
import { apartness, type Said } from "./said.ts";
import { type Custom, customOf, isNovel } from "./unanimity.ts";

/** Two clauses that seem to speak of one thing, and say different things of it. All but how near they stand is looked for when it is asked. */
export class Difference {
  /** What departs. */
  readonly said: Said;
  /** What it departs from. */
  readonly other: Said;
  /** How surely both speak of the same. */
  readonly score: number;
  readonly #compared: Compared;
  readonly #novel: () => boolean;
  readonly #custom: () => Custom;

  constructor(said: Said, { other, score }: Rival, novel: () => boolean, compared: Compared) {
    this.said = said;
    this.other = other;
    this.score = score;
    this.#compared = compared;
    this.#novel = novel;
    this.#custom = once(() => compared.custom()(said, other));
  }

  /** The best score of a clause elsewhere that says the same as `said`. */
  get backed(): number {
    return this.#compared.support(this.said).backed;
  }

  /** The same, of a clause in the same document. */
  get own(): number {
    return this.#compared.support(this.said).own;
  }

  /** Several clauses stand nearly as near, and all say what `other` says. */
  get chorus(): boolean {
    return isChorus(this.said, this.#compared.like(this.said), this.#compared.nearness, this);
  }

  /** Whether another document says the same value of such things, whatever of. */
  get elsewhere(): boolean {
    return isElsewhere(this.said, this.#compared.like(this.said));
  }

  /** How many times larger one is than the other, as a power of ten. */
  get apart(): number {
    return apartness(this.said, this.other);
  }

  /** Nobody else says such a value, whatever of. */
  get novel(): boolean {
    return this.#novel();
  }

  /** Other documents say it more than once, always the same, and otherwise than this clause. */
  get unanimous(): boolean {
    return this.#custom().unanimous;
  }

  /** What the nearest clause says is what most places say, and this one does not. */
  get usual(): boolean {
    return this.#custom().usual;
  }

  /** In how many other places it is said, where all of them say what the nearest clause says; 0 where one says otherwise. */
  get united(): number {
    return this.#custom().united;
  }

  /** The clause says another value of the sort that a third clause says too. */
  get detail(): boolean {
    const { beside, support } = this.#compared;
    return isDetail(this, beside(this.said), support, this.#compared);
  }

  /** @returns how well the document itself says, elsewhere, what `other` says */
  answered(): number {
    const { passage: own } = this.said;
    return this.#best((passage) => passage.document === own.document && passage !== own);
  }

  /** @returns how well a document other than that of the clause says what `other` says */
  borne(): number {
    return this.#best(({ document }) => document !== this.said.passage.document);
  }

  /** @returns whether it stands where its document ought to say `other`, which it says nowhere else */
  lost(): boolean {
    return isLost(this, this.#compared.like(this.other), this.#compared.nearness);
  }

  #best(isAmong: (passage: Passage) => boolean): number {
    return bestOf(this.#compared.like(this.other), this.#compared.nearness, this.other, isAmong);
  }
}

/** What all differences of one comparison are told by. */
interface Compared extends Ground {
  /** What may be compared with something. */
  like: (said: Said) => readonly Said[];
  custom: () => (said: Said, other: Said) => Custom;
  /** What is nearest of all that says the same. */
  support: (said: Said) => Support;
  /** All that the clause of something says. */
  beside: (said: Said) => readonly Said[];
}

/** What is said elsewhere departs only from a clause that stands so many times nearer. */
const BACKED = 1.35;

/**
 * Compares what documents say with what others say of the same, and gives the nearest clauses that say otherwise, the nearest one first: several where nobody else says such a value.
 *
 * @param judged what may depart
 * @param others what it may depart from
 * @param least the score from which on a difference is of use
 * @param most against how many of the nearest clauses a number is held that nobody else says
 */
export function differences(content: Content, judged: readonly Said[], others: readonly Said[], least = 0, most = 1): Difference[] {
  const nearness = nearnessOf(content);
  const like = likeEachOther(others);
  const supports = new Map<Said, Support>();
  const support = (said: Said) => {
    const known = supports.get(said) ?? supportOf(said, like(said), nearness);
    supports.set(said, known);
    return known;
  };
  const clauses = once(() => groupBy(judged, ({ passage }) => passage));
  const beside = ({ passage }: Said) => clauses().get(passage) ?? [];
  const custom = once(() => customOf(others));
  const compared: Compared = { nearness, inRow: valuesByRow(content), like, custom, support, beside };
  return judged.flatMap((said) => {
    const novel = once(() => isNovel(said, like(said)));
    const rivals = rivalsOf(said, like(said), most, compared, novel).filter(({ score }) => score >= least);
    if (rivals.length === 0) return [];
    const { by, backed } = support(said);
    // Most of what a design says is said elsewhere as well.
    const nearer = rivals.filter(({ score }) => !by || score > BACKED * backed);
    return nearer.map((rival) => new Difference(said, rival, novel, compared));
  });
}
