import { sameType } from "../../model/data-types/compare.ts";
import type { DataType, Range } from "../../model/data-types/types.ts";
import type { DataField, DataStructure } from "../../model/types.ts";
import { nameKey } from "../../text/names.ts";
import { firstOf } from "./first-of.ts";
import type { InterfaceChange } from "./types.ts";

/** Which way the structure of a field travels. */
export interface Way {
  taken: boolean;
  given: boolean;
}

/** @returns how the fields of a structure changed, and whom that breaks: who sends it, or who reads it */
export function* changedFields(before: DataStructure, after: DataStructure, way: Way): Generator<InterfaceChange> {
  const byName = ({ name }: DataField) => nameKey(name);
  const [had, has] = [firstOf(before.fields, byName), firstOf(after.fields, byName)];
  for (const field of before.fields) {
    const at = `${after.name}.${field.name}`;
    const now = has.get(byName(field));
    if (now) {
      if (now.name !== field.name) yield change("field-removed", at, field.name, now.name, true, "its name changed", now);
      else yield* changedField(at, field, now, way);
    } else yield change("field-removed", at, field.type, "", true, "who sends or reads it no longer can", { place: after.place });
  }
  for (const field of after.fields) {
    if (had.has(byName(field))) continue;
    const breaks = way.taken && field.mandatory === true;
    const because = breaks ? "who sends the structure does not give it yet" : "who does not know it is not touched";
    yield change("field-added", `${after.name}.${field.name}`, "", field.type, breaks, because, field);
  }
}

function* changedField(at: string, before: DataField, after: DataField, way: Way): Generator<InterfaceChange> {
  if (before.mandatory !== after.mandatory && before.mandatory !== undefined && after.mandatory !== undefined) {
    const [kind, breaks, because] = after.mandatory
      ? (["field-required", way.taken, way.taken ? "who left it out is refused" : "who reads it can rely on it"] as const)
      : (["field-optional", way.given, way.given ? "who reads it may find it absent" : "who sends it may go on"] as const);
    yield change(kind, at, before.required, after.required, breaks, because, after);
  }
  yield* changedType(at, before.dataType, after.dataType, way, [before.type, after.type], after);
}

/** @returns how the values that are allowed changed */
export function* changedType(
  at: string,
  before: DataType,
  after: DataType,
  way: Way,
  [was, is]: readonly [string, string],
  { place }: Pick<DataField, "place">,
): Generator<InterfaceChange> {
  if (!sameType(before, after)) {
    yield change("type-changed", at, was, is, true, "values of the former type are no longer right", { place });
    return;
  }
  if (before.nullable !== after.nullable) {
    const breaks = after.nullable ? way.given : way.taken;
    const because = after.nullable ? "who reads it may find null" : "who sends null is refused";
    yield change(after.nullable ? "field-nullable" : "field-not-null", at, was, is, breaks, breaks ? because : "nobody has to change", {
      place,
    });
  }
  yield* changedValues(at, before, after, way, place);
  if (before.bits && after.bits && before.bits !== after.bits) yield* widened(at, before.bits < after.bits, way, [was, is], place);
  for (const dimension of ["value", "length", "items"] as const) {
    const [a, b] = [before.limits[dimension] ?? {}, after.limits[dimension] ?? {}];
    if (wordsOf(a) === wordsOf(b)) continue;
    const narrower = isNarrower(a, b);
    const words = [`${dimension} ${wordsOf(a)}`, `${dimension} ${wordsOf(b)}`] as const;
    yield* widened(at, !narrower, way, words, place);
  }
  if (before.items && after.items) yield* changedType(`${at}[]`, before.items, after.items, way, [was, is], { place });
}

function* changedValues(at: string, before: DataType, after: DataType, way: Way, place: DataField["place"]): Generator<InterfaceChange> {
  if (before.family !== "enum" || after.family !== "enum" || before.values.length === 0 || after.values.length === 0) return;
  const removed = before.values.filter((value) => !after.values.includes(value));
  const added = after.values.filter((value) => !before.values.includes(value));
  if (removed.length > 0)
    yield change("values-removed", at, removed.join(", "), "", true, "who uses them is refused, or waits for them in vain", { place });
  if (added.length > 0) {
    const because = way.given ? "who reads it has to let values pass that it does not know" : "who sends it may go on";
    yield change("values-added", at, "", added.join(", "), false, because, { place });
  }
}

function* widened(
  at: string,
  wider: boolean,
  way: Way,
  [before, after]: readonly [string, string],
  place: DataField["place"],
): Generator<InterfaceChange> {
  const breaks = wider ? way.given && !way.taken : way.taken;
  const because = wider
    ? breaks
      ? "who reads it may meet values that were not possible"
      : "all that was right still is"
    : breaks
      ? "values that were right are refused"
      : "who reads it meets fewer values";
  yield change(wider ? "widened" : "narrowed", at, before, after, breaks, because, { place });
}

function isNarrower(before: Range, after: Range): boolean {
  const lower = (range: Range) => (range.min ?? Number.NEGATIVE_INFINITY) + (range.minOpen ? Number.EPSILON : 0);
  const upper = (range: Range) => (range.max ?? Number.POSITIVE_INFINITY) - (range.maxOpen ? Number.EPSILON : 0);
  return lower(after) > lower(before) || upper(after) < upper(before);
}

function wordsOf({ min, max, minOpen, maxOpen }: Range): string {
  if (min === undefined && max === undefined) return "without a limit";
  return `${min === undefined ? "" : `${minOpen ? "more than" : "from"} ${min} `}${max === undefined ? "" : `${maxOpen ? "less than" : "to"} ${max}`}`.trim();
}

/** @returns one change */
export function change(
  kind: InterfaceChange["kind"],
  at: string,
  before: string,
  after: string,
  breaking: boolean,
  because: string,
  { place }: { place: { line: number } },
): InterfaceChange {
  return { kind, at, before, after, breaking, because, line: place.line };
}
