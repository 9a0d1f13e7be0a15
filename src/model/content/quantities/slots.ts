import { subjectStem } from "../stems.ts";
import type { Passage } from "../types.ts";
import { type Unit, unitNamed } from "./units.ts";

/** `weight_grams`, `timeoutSeconds`: a name that says in what it is measured. */
const MEASURED = /(grams|kg|bytes|kb|mb|milliseconds|millis|seconds|minutes|hours|days|percent)$/;
/** "Bytes", "Timeout (ms)": the title of a column that says in what its numbers are measured. */
const TITLED = /^column:.{0,24}?(?:in)?(bytes|kb|mb|ms|milliseconds|seconds|minutes|hours|days)$/;
/** `attempts`, `failures`: a name that says what it counts. */
const COUNTED = /(attempts|retries|failures|errors|repeats|tries)$/;

/** The rules of a list say how many of what it is called may be in it. */
const LISTS = ["list", "array"].map(subjectStem);

const NAMES: Readonly<Record<string, string>> = { millis: "milliseconds" };

/** @returns what a number without a unit measures where it stands in the rules of a field that says so by its name */
export function slotOf({ keys, around, text }: Passage): { unit?: Unit; noun?: string; list?: boolean } {
  const titled = /^[\s\d.,]{1,20}$/.test(text) && keys.map((key) => TITLED.exec(key)?.[1]).find(Boolean);
  if (titled) return { unit: unitNamed(titled, true) };
  if (!keys.some((key) => /^column:(?:validation|rules?|constraints?|default|range|limits?)$/.test(key))) return {};
  const field = keys.map((key) => /^row:[^.]{1,80}\.(.{3,60})$/.exec(key)?.[1]).find(Boolean) ?? "";
  const [, measure] = MEASURED.exec(field) ?? [];
  if (measure !== undefined) return { unit: unitNamed(NAMES[measure] ?? measure, true) };
  const [, counted] = COUNTED.exec(field) ?? [];
  if (counted !== undefined) return { noun: subjectStem(counted) };
  const list = listIn(keys, around);
  return list === undefined ? {} : { noun: subjectStem(list), list: true };
}

function listIn(keys: readonly string[], around: ReadonlySet<string>): string | undefined {
  const name = keys.map((key) => /^row:(?:[^.]{1,80}\.)?([a-z]{3,30}s)$/.exec(key)?.[1]).find(Boolean);
  return name !== undefined && LISTS.some((list) => around.has(list)) ? name : undefined;
}

/** @returns what "3 or more" counts in the row of the field `failures`; empty where the field does not say it */
export function countedField({ keys }: Passage): string {
  const field = keys.map((key) => /^row:[^.]*\.([a-z]{3,30})$/.exec(key)?.[1]).find(Boolean);
  return field === undefined ? "" : subjectStem(field);
}
