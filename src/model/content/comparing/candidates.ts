import { addTo, groupBy } from "../../../text/group.ts";
import { fromRarest } from "../../../text/rarest.ts";
import type { Passage } from "../types.ts";
import { isQuantity, type Said } from "./said.ts";

/** Of more than these, only those that share the rarest words with a clause are compared with it: time must not grow with the square. */
const MOST = 200;

/** @returns gives what may be compared with something: the same dimension, and for bare numbers the same slot of a form */
export function likeEachOther(all: readonly Said[]): (said: Said) => readonly Said[] {
  const byDimension = groupBy(all, ({ dimension }) => dimension);
  const bySlot = new Map<string, Said[]>();
  for (const said of byDimension.get("bare") ?? []) for (const key of slotsOf(said)) addTo(bySlot, key, said);
  const signed = new Map<readonly Said[], ReadonlyMap<string, readonly number[]>>();
  const known = new WeakMap<Said, readonly Said[]>();
  const fewOf = (group: readonly Said[], said: Said): readonly Said[] => {
    const signs = signed.get(group) ?? indexBySign(group);
    signed.set(group, signs);
    return sharing(group, signs, said);
  };
  const find = (said: Said): readonly Said[] => {
    if (said.dimension === "bare" && isQuantity(said)) {
      const slots = slotsOf(said).map((key) => bySlot.get(key) ?? []);
      return [...new Set(slots.flatMap((slot) => (slot.length <= MOST ? slot : fewOf(slot, said))))];
    }
    const group = byDimension.get(said.dimension) ?? [];
    return group.length <= MOST ? group : fewOf(group, said);
  };
  return (said) => {
    const found = known.get(said) ?? find(said);
    known.set(said, found);
    return found;
  };
}

/** Rows and headings that a bare number stands in; in which column and under which label is asked of each pair. */
function slotsOf({ passage }: Said): string[] {
  return passage.keys.filter((key) => key.startsWith("row:") || key.startsWith("label:"));
}

function indexBySign(group: readonly Said[]): Map<string, number[]> {
  const signs = new Map<string, number[]>();
  for (const [index, { passage }] of group.entries()) for (const sign of signsOf(passage)) addTo(signs, sign, index);
  return signs;
}

/** What two clauses on one thing share. */
function* signsOf({ keys, ids, own }: Passage): Iterable<string> {
  yield* new Set(keys);
  // A line that cites more is about none of them.
  for (const id of new Set(ids.slice(0, 20))) yield `id:${id}`;
  for (const word of own) yield `word:${word}`;
}

function sharing(group: readonly Said[], signs: ReadonlyMap<string, readonly number[]>, { passage }: Said): Said[] {
  const lists = Array.from(signsOf(passage), (sign) => signs.get(sign) ?? []);
  return fromRarest(lists, MOST).map((index) => group[index] as Said);
}
