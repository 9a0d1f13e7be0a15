import { once } from "../../../text/once.ts";
import type { Content, Passage } from "../types.ts";
import { type Backing, bestOf, isDetail, isElsewhere, isLost } from "./borne-out.ts";
import { likeEachOther } from "./candidates.ts";
import { nearestTo, valuesByRow } from "./nearest.ts";
import { nearnessOf } from "./nearness.ts";
import { apartness, type Said } from "./said.ts";
import { type Custom, customOf, isNovel } from "./unanimity.ts";

/** Two clauses that seem to speak of one thing, and say different things of it. */
export interface Difference extends Custom {
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
  /** Several clauses stand nearly as near, and all say what `other` says. */
  chorus: boolean;
  /** @returns how well the document itself says, elsewhere, what `other` says; looked for when it is asked */
  answered(): number;
  /** Whether another document says the same value of such things, whatever of. */
  elsewhere: boolean;
  /** How many times larger one is than the other, as a power of ten. */
  apart: number;
  /** Nobody else says such a value, whatever of. */
  novel: boolean;
  /** @returns how well a document other than that of the clause says what `other` says; looked for when it is asked */
  borne(): number;
  /** @returns whether it stands where its document ought to say `other`, which it says nowhere else */
  lost(): boolean;
  /** The clause says another value of the sort that a third clause says too. */
  detail: boolean;
}

/** What is said elsewhere departs only from a clause that stands so many times nearer. */
const BACKED = 1.35;

/**
 * Compares what documents say with what others say of the same, and gives the nearest clause that says otherwise.
 *
 * @param judged what may depart
 * @param others what it may depart from
 */
export function differences(content: Content, judged: readonly Said[], others: readonly Said[]): Difference[] {
  const nearness = nearnessOf(content);
  const like = likeEachOther(others);
  const inRow = valuesByRow(content);
  const custom = customOf(others);
  const backing = new Map<Passage, Backing[]>();
  const found: Difference[] = [];
  for (const said of judged) {
    const novel = once(() => isNovel(said, like(said)));
    const { other, score, own, backed, chorus } = nearestTo(said, like(said), { nearness, inRow, novel });
    if (backed.by) {
      const beside = backing.get(said.passage) ?? [];
      beside.push({ said, by: backed.by, score: backed.score });
      backing.set(said.passage, beside);
    }
    // Most of what a design says is said elsewhere as well.
    if (!other || (backed.by && score <= BACKED * backed.score)) continue;
    found.push({
      said,
      other,
      score,
      own,
      backed: backed.score,
      chorus,
      answered: () =>
        bestOf(like(other), nearness, other, (passage) => passage.document === said.passage.document && passage !== said.passage),
      elsewhere: isElsewhere(said, like(said)),
      apart: apartness(said, other),
      novel: novel(),
      borne: () => bestOf(like(other), nearness, other, ({ document }) => document !== said.passage.document),
      lost: () => isLost({ said, other, score }, like(other), nearness),
      ...custom(said, other),
      detail: false,
    });
  }
  // A clause whose other value of the sort is said elsewhere adds a detail of its own.
  return found.map((difference) => ({
    ...difference,
    detail: isDetail(difference, backing.get(difference.said.passage) ?? [], { nearness, inRow }),
  }));
}
