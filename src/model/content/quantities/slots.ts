import { subjectStem } from "../stems.ts";
import type { Passage } from "../types.ts";
import { type Unit, unitNamed } from "./units.ts";

/** `weight_grams`, `timeoutSeconds`: a name that says in what it is measured. */
const MEASURED = /(grams|kg|bytes|kb|mb|milliseconds|millis|seconds|minutes|hours|days|percent)$/;
/** `attempts`, `failures`: a name that says what it counts. */
const COUNTED = /(attempts|retries|failures|errors|repeats|tries)$/;

const NAMES: Readonly<Record<string, string>> = { millis: "milliseconds" };

/** @returns what a number without a unit measures where it stands in the rules of a field that says so by its name */
export function slotOf({ keys }: Passage): { unit?: Unit; noun?: string } {
  const field = keys.map((key) => /^row:[^.]{1,80}\.(.{3,60})$/.exec(key)?.[1]).find(Boolean);
  if (field === undefined || !keys.some((key) => /^column:(?:validation|rules?|constraints?|default|range|limits?)$/.test(key))) return {};
  const [, measure] = MEASURED.exec(field) ?? [];
  if (measure !== undefined) return { unit: unitNamed(NAMES[measure] ?? measure, true) };
  const [, counted] = COUNTED.exec(field) ?? [];
  return counted === undefined ? {} : { noun: subjectStem(counted) };
}

/** @returns what "3 or more" counts in the row of the field `failures`; empty where the field does not say it */
export function countedField({ keys }: Passage): string {
  const field = keys.map((key) => /^row:[^.]*\.([a-z]{3,30})$/.exec(key)?.[1]).find(Boolean);
  return field === undefined ? "" : subjectStem(field);
}
