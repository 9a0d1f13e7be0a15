import { groupBy } from "../../../text/group.ts";
import { once } from "../../../text/once.ts";
import type { Content, Passage } from "../types.ts";
import { likeEachOther } from "./candidates.ts";
import { type Nearness, nearnessOf } from "./nearness.ts";
import { agree, apartness, comparable, type Said } from "./said.ts";
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

/** What a line says beyond these is looked at no further. */
const MOST_IN_ROW = 40;

/** The nearest clauses to one: which says otherwise, and which say the same. */
interface Nearest {
  other: Said | undefined;
  score: number;
  own: number;
  backed: { by: Passage | undefined; score: number };
  chorus: boolean;
}

/** What clauses are compared by. */
interface Ground {
  nearness: Nearness;
  inRow: (around: Said, value: Said) => boolean;
}

/** What another document says as a clause does. */
interface Backing {
  said: Said;
  by: Passage;
  score: number;
}

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

/** @returns tells whether a clause states no other value of the sort */
export function isSingle(content: Content): (said: Said) => boolean {
  const single = new Set<Said>();
  const slot = ({ passage, dimension }: Said) => `${passage.document} ${passage.start} ${dimension}`;
  for (const [said, ...others] of groupBy([...content.quantities, ...content.choices], slot).values())
    if (said && others.length === 0) single.add(said);
  return (said) => single.has(said);
}

/**
 * @param single whether a clause states no other value of the sort
 * @returns tells whether each of two clauses states one such value, and cites one requirement, which is the same
 */
export function standsAlone(single: (said: Said) => boolean): (a: Said, b: Said) => boolean {
  return (a, b) => {
    const id = onlyId(a.passage);
    return id !== undefined && id === onlyId(b.passage) && single(a) && single(b);
  };
}

function onlyId({ ids: [first, ...others] }: Passage): string | undefined {
  return others.every((id) => id === first) ? first : undefined;
}

function nearestTo(said: Said, others: readonly Said[], { nearness, inRow, novel }: Ground & { novel: () => boolean }): Nearest {
  const nearest: Nearest = { other: undefined, score: 0, own: 0, backed: { by: undefined, score: 0 }, chorus: false };
  const otherwise: { other: Said; near: number }[] = [];
  let effective = Number.NEGATIVE_INFINITY;
  // A paragraph may say the right value of one thing, and beside it one that nobody else says of another.
  const isAlone = isProse(said.passage) && novel();
  for (const other of others) {
    if (other.passage === said.passage || isParallel(said.passage, other.passage) || !comparable(said, other)) continue;
    const near = nearness.of(said, other);
    if (near === 0) continue;
    if (agree(said, other)) {
      if (other.passage.document === said.passage.document) nearest.own = Math.max(nearest.own, near);
      else if (near > nearest.backed.score) nearest.backed = { by: other.passage, score: near };
    } else {
      otherwise.push({ other, near });
      const counts = near - distancePenalty(said, other);
      if (counts <= effective || (!isAlone && inRow(said, other)) || inRow(other, said) || said.passage.text.includes(other.text)) continue;
      effective = counts;
      nearest.score = near;
      nearest.other = other;
    }
  }
  nearest.chorus = isChorus(nearest, otherwise);
  return nearest;
}

/** Of those that stand as near as the nearest, there are several, and all say one thing. */
function isChorus({ other, score }: Nearest, otherwise: readonly { other: Said; near: number }[]): boolean {
  const near = otherwise.filter((each) => each.near >= CHORUS * score);
  return other !== undefined && near.length > 1 && near.every((each) => agree(each.other, other));
}

const CHORUS = 0.4;

function isProse({ keys }: Passage): boolean {
  return !keys.some((key) => key.startsWith("row:"));
}

/** Another document, and a value of the same order, are the likelier to be meant. */
function distancePenalty(a: Said, b: Said): number {
  return (a.passage.document === b.passage.document ? 2.6 : 0) + Math.max(0, apartness(a, b) - 0.6) * 3;
}

/** Items and sentences of one section stand beside each other because they differ. */
function isParallel(a: Passage, b: Passage): boolean {
  return a.document === b.document && a.section === b.section;
}

/**
 * A value has taken the place of another one: of all that its document says of the sort, it stands nearest to the other value, which the
 * document says nowhere near it.
 */
function isLost({ said, other, score }: Pick<Difference, "said" | "other" | "score">, candidates: readonly Said[], nearness: Nearness) {
  return candidates.every((candidate) => {
    const { passage } = candidate;
    if (passage.document !== said.passage.document || passage === said.passage || !comparable(candidate, other)) return true;
    return nearness.of(candidate, other) < (agree(candidate, other) ? 0.3 * score : score);
  });
}

/** How well some clauses say what `other` says: the best of them. */
function bestOf(candidates: readonly Said[], nearness: Nearness, other: Said, isAmong: (passage: Passage) => boolean): number {
  let best = 0;
  for (const candidate of candidates)
    if (candidate !== other && isAmong(candidate.passage) && comparable(candidate, other) && agree(candidate, other))
      best = Math.max(best, nearness.of(candidate, other));
  return best;
}

function isElsewhere(said: Said, others: readonly Said[]): boolean {
  return others.some(
    (other) => other.passage.document !== said.passage.document && isSameValue(other.value, said.value) && comparable(said, other),
  );
}

/** Units that are no whole multiples of each other leave a rest in the last digits. */
function isSameValue(a: number | string, b: number | string): boolean {
  return typeof a === "number" && typeof b === "number" ? Math.abs(a - b) <= 1e-12 * Math.abs(a) : a === b;
}

/** What two parts of clauses share where each has a subject of its own: a rare word and another one. */
const OWN_SUBJECT = 4.5;

function hasOwnSubject(said: Said, other: Said, nearness: Nearness): boolean {
  const near = [...said.near()];
  return nearness.beside(said, other) >= OWN_SUBJECT || (near.length > 0 && near.every((word) => other.passage.own.has(word)));
}

/** A value that the other clause says as well binds both together, and shows no detail. */
function isDetail({ said, other, score }: Difference, backing: readonly Backing[], { nearness, inRow }: Ground): boolean {
  // In "photos go after 30 days, readings after 10 years" each part says what it is about.
  if (hasOwnSubject(said, other, nearness)) return false;
  return backing.some(
    (each) =>
      each.said !== said &&
      each.said.dimension === said.dimension &&
      comparable(each.said, said) &&
      each.by !== other.passage &&
      each.score >= 0.6 * score &&
      !inRow(other, each.said),
  );
}

/** @returns whether the row or paragraph around one clause also says what another one says */
function valuesByRow({ quantities, choices }: Content): (around: Said, value: Said) => boolean {
  const rows = new Map<Said, readonly Said[]>();
  const key = ({ passage, dimension }: Said) => `${passage.document}:${passage.line}:${dimension}`;
  for (const row of groupBy([...quantities, ...choices], key).values()) {
    const first = row.slice(0, MOST_IN_ROW);
    for (const said of row) rows.set(said, first);
  }
  return (around, value) => (rows.get(around) ?? []).some((said) => agree(said, value));
}
