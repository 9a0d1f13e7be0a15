import { groupBy } from "../../../text/group.ts";
import type { Content, Passage } from "../types.ts";
import type { Nearness } from "./nearness.ts";
import { agree, apartness, comparable, type Said } from "./said.ts";

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
export interface Ground {
  nearness: Nearness;
  inRow: (around: Said, value: Said) => boolean;
}

/** @returns the nearest clauses to one: which says otherwise, and which say the same */
export function nearestTo(said: Said, others: readonly Said[], { nearness, inRow, novel }: Ground & { novel: () => boolean }): Nearest {
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

/** @returns whether the row or paragraph around one clause also says what another one says */
export function valuesByRow({ quantities, choices }: Content): (around: Said, value: Said) => boolean {
  const rows = new Map<Said, readonly Said[]>();
  const key = ({ passage, dimension }: Said) => `${passage.document}:${passage.line}:${dimension}`;
  for (const row of groupBy([...quantities, ...choices], key).values()) {
    const first = row.slice(0, MOST_IN_ROW);
    for (const said of row) rows.set(said, first);
  }
  return (around, value) => (rows.get(around) ?? []).some((said) => agree(said, value));
}
