import type { DataType, Range } from "../../model/data-types/types.ts";
import type { Place } from "../../model/types.ts";
import { change } from "./change.ts";
import { relationOf } from "./relations.ts";
import type { InterfaceChange } from "./types.ts";

/** Which way values travel. */
export interface Way {
  /** Callers send them. */
  taken: boolean;
  /** Callers read them. */
  given: boolean;
}

/**
 * @param at the field or parameter
 * @param words its type as it was written, before and after
 * @returns how the values that are allowed changed, and whom that breaks: who sends them, or who reads them
 */
export function* changedType(
  at: string,
  before: DataType,
  after: DataType,
  way: Way,
  words: readonly [string, string],
  place: Place,
): Generator<InterfaceChange> {
  const [was, is] = words;
  const relation = relationOf(before, after, words);
  if (relation === "other") {
    yield change("type-changed", at, was, is, true, "values of the former type are no longer right", place);
    return;
  }
  if (relation !== "same") yield spread(at, relation === "wider", way, words, place);
  if (before.nullable !== after.nullable) yield changedNull(at, after.nullable, way, words, place);
  yield* changedValues(at, before, after, way, place);
  if (before.bits && after.bits && before.bits !== after.bits) yield spread(at, before.bits < after.bits, way, words, place);
  for (const dimension of ["value", "length", "items"] as const)
    yield* changedLimits(at, dimension, before.limits[dimension] ?? {}, after.limits[dimension] ?? {}, way, place);
  if (before.items && after.items && relation === "same") yield* changedType(`${at}[]`, before.items, after.items, way, words, place);
}

function changedNull(at: string, nullable: boolean, way: Way, [was, is]: readonly [string, string], place: Place): InterfaceChange {
  const breaks = nullable ? way.given : way.taken;
  const because = nullable ? "who reads it may find null" : "who sends null is refused";
  return change(nullable ? "field-nullable" : "field-not-null", at, was, is, breaks, breaks ? because : "nobody has to change", place);
}

function* changedValues(at: string, before: DataType, after: DataType, way: Way, place: Place): Generator<InterfaceChange> {
  if (before.family !== "enum" || after.family !== "enum" || before.values.length === 0 || after.values.length === 0) return;
  const removed = before.values.filter((value) => !after.values.includes(value));
  const added = after.values.filter((value) => !before.values.includes(value));
  if (removed.length > 0)
    yield change("values-removed", at, removed.join(", "), "", true, "who uses them is refused, or waits for them in vain", place);
  if (added.length > 0) {
    const because = way.given ? "who reads it has to let values pass that it does not know" : "who sends it may go on";
    yield change("values-added", at, "", added.join(", "), false, because, place);
  }
}

/** A bound may be drawn in while the other one is pushed out: both are told. */
function* changedLimits(at: string, dimension: string, before: Range, after: Range, way: Way, place: Place): Generator<InterfaceChange> {
  const moves = [lowest(after) - lowest(before), highest(before) - highest(after)].filter((move) => !Number.isNaN(move));
  const words = [`${dimension} ${wordsOf(before)}`, `${dimension} ${wordsOf(after)}`] as const;
  if (moves.some((move) => move > 0)) yield spread(at, false, way, words, place);
  if (moves.some((move) => move < 0)) yield spread(at, true, way, words, place);
}

/** @returns that more values may be there, or fewer, and whom that breaks */
export function spread(at: string, wider: boolean, way: Way, [before, after]: readonly [string, string], place: Place): InterfaceChange {
  if (wider) {
    const breaks = way.given && !way.taken;
    const because = breaks ? "who reads it may meet values that were not possible" : "all that was right still is";
    return change("widened", at, before, after, breaks, because, place);
  }
  const because = way.taken ? "values that were right are refused" : "who reads it meets fewer values";
  return change("narrowed", at, before, after, way.taken, because, place);
}

const lowest = ({ min, minOpen }: Range) => (min ?? Number.NEGATIVE_INFINITY) + (minOpen ? Number.EPSILON : 0);
const highest = ({ max, maxOpen }: Range) => (max ?? Number.POSITIVE_INFINITY) - (maxOpen ? Number.EPSILON : 0);

function wordsOf({ min, max, minOpen, maxOpen }: Range): string {
  if (min === undefined && max === undefined) return "without a limit";
  return `${min === undefined ? "" : `${minOpen ? "more than" : "from"} ${min} `}${max === undefined ? "" : `${maxOpen ? "less than" : "to"} ${max}`}`.trim();
}
