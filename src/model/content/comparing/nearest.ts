import { groupBy } from "../../../text/group.ts";
import { once } from "../../../text/once.ts";
import type { Content, Passage } from "../types.ts";
import { isGiven } from "./cases.ts";
import type { Nearness } from "./nearness.ts";
import { agree, apartness, areOfTwoSorts, comparable, type Said } from "./said.ts";

/** What a line says beyond these is looked at no further. */
const MOST_IN_ROW = 40;

/** The nearest clause that says otherwise, and how surely both speak of the same. */
export interface Rival {
  other: Said;
  score: number;
}

/** The nearest clauses that say the same. */
export interface Support {
  /** The best score of one in the same document; 0 where there is none. */
  own: number;
  /** The same, of one in another document, and which it is. */
  backed: number;
  by: Passage | undefined;
}

/** What clauses are compared by. */
export interface Ground {
  nearness: Nearness;
  inRow: (around: Said, value: Said) => boolean;
}

/** What is stated of many things, of which the nearest may be another one; what is counted says what it is of. */
const MEASURES = new Set(["time", "size", "rate", "percent"]);

/**
 * How near two clauses stand is looked for last: most of what a design says is said the same everywhere.
 *
 * @param most a measure that nobody else says is held against so many of the nearest clauses, any other against the nearest
 * @param novel whether nobody else says the value of something like it
 * @returns the nearest clauses that say otherwise, the nearest one first
 */
export function rivalsOf(said: Said, others: readonly Said[], most: number, { nearness, inRow }: Ground, novel: () => boolean): Rival[] {
  const rivals: (Rival & { counts: number })[] = [];
  // A paragraph may say the right value of one thing, and beside it one that nobody else says of another.
  const isAlone = once(() => isProse(said.passage) && novel());
  for (const other of others) {
    if (!mayBeOne(said, other) || agree(said, other) || isGiven(other) || areOfTwoSorts(said, other)) continue;
    if (said.passage.text.includes(other.text) || inRow(other, said) || (inRow(said, other) && !isAlone())) continue;
    const score = nearness.of(said, other);
    const counts = score - distancePenalty(said, other);
    if (score === 0 || (rivals.length === most && counts <= (rivals.at(-1)?.counts ?? 0))) continue;
    const at = rivals.findIndex((rival) => counts > rival.counts);
    rivals.splice(at === -1 ? rivals.length : at, 0, { other, score, counts });
    if (rivals.length > most) rivals.pop();
  }
  return MEASURES.has(said.dimension) && rivals.length > 1 && novel() ? rivals : rivals.slice(0, 1);
}

/** @returns the nearest clauses that say the same */
export function supportOf(said: Said, others: readonly Said[], nearness: Nearness): Support {
  const support: Support = { own: 0, backed: 0, by: undefined };
  for (const other of others) {
    if (!mayBeOne(said, other) || !agree(said, other)) continue;
    const near = nearness.of(said, other);
    if (other.passage.document === said.passage.document) support.own = Math.max(support.own, near);
    else if (near > support.backed) {
      support.backed = near;
      support.by = other.passage;
    }
  }
  return support;
}

const CHORUS = 0.4;

/** @returns whether of those that stand as near as the nearest there are several, and all say one thing */
export function isChorus(said: Said, others: readonly Said[], nearness: Nearness, { other: nearest, score }: Rival): boolean {
  let near = 0;
  for (const other of others) {
    if (!mayBeOne(said, other) || agree(said, other) || nearness.of(said, other) < CHORUS * score) continue;
    if (!agree(other, nearest)) return false;
    near++;
  }
  return near > 1;
}

function mayBeOne(said: Said, other: Said): boolean {
  return said.passage !== other.passage && !isParallel(said, other) && comparable(said, other);
}

function isProse({ keys }: Passage): boolean {
  return !keys.some((key) => key.startsWith("row:"));
}

/** Another document, and a value of the same order, are the likelier to be meant. */
function distancePenalty(a: Said, b: Said): number {
  return (a.passage.document === b.passage.document ? 2.6 : 0) + Math.max(0, apartness(a, b) - 0.6) * 3;
}

const known = new WeakMap<Content, Ground["inRow"]>();

/** What two interfaces or flows of one section each have of their own: the words of one say nothing of the other. */
const isOwn = ({ value, dimension }: Said) => typeof value === "string" || ["status", "exit", "bare"].includes(dimension);

/** Items and sentences of one section, and the ways of two interfaces or flows, stand beside each other because they differ. */
function isParallel(a: Said, b: Said): boolean {
  const [own, other] = [a.passage, b.passage];
  if (own.document !== other.document) return false;
  return own.section === other.section || (isOwn(a) && own.parent > 0 && own.parent === other.parent);
}

/** @returns whether the row or paragraph around one clause also says what another one says */
export function valuesByRow(content: Content): Ground["inRow"] {
  const inRow = known.get(content) ?? readRows(content);
  known.set(content, inRow);
  return inRow;
}

function readRows({ quantities, choices }: Content): Ground["inRow"] {
  const rows = new Map<Said, readonly Said[]>();
  const key = ({ passage, dimension }: Said) => `${passage.document}:${passage.line}:${dimension === "interval" ? "time" : dimension}`;
  for (const row of groupBy<string, Said>([...quantities, ...choices], key).values()) {
    const first = row.slice(0, MOST_IN_ROW);
    for (const said of row) rows.set(said, first);
  }
  return (around, value) => (rows.get(around) ?? []).some((said) => agree(said, value));
}
