import type { DataField, DataStructure } from "../../model/types.ts";
import { nameKey } from "../../text/names.ts";
import { change } from "./change.ts";
import { firstOf } from "./first-of.ts";
import { changedRules } from "./rules.ts";
import type { InterfaceChange } from "./types.ts";
import { changedType, type Way } from "./values.ts";

/** @returns how the fields of a structure changed, and whom that breaks: who sends it, or who reads it */
export function* changedFields(before: DataStructure, after: DataStructure, way: Way): Generator<InterfaceChange> {
  const byName = ({ name }: DataField) => nameKey(name);
  const [had, has] = [firstOf(before.fields, byName), firstOf(after.fields, byName)];
  for (const field of before.fields) {
    const at = `${after.name}.${field.name}`;
    const now = has.get(byName(field));
    if (now) {
      if (now.name !== field.name) yield change("field-removed", at, field.name, now.name, true, "its name changed", now.place);
      else yield* changedField(at, field, now, way);
    } else yield change("field-removed", at, field.type, "", true, "who sends or reads it no longer can", after.place);
  }
  for (const field of after.fields) {
    if (had.has(byName(field))) continue;
    const breaks = way.taken && field.mandatory === true;
    const because = breaks ? "who sends the structure does not give it yet" : "who does not know it is not touched";
    yield change("field-added", `${after.name}.${field.name}`, "", field.type, breaks, because, field.place);
  }
}

function* changedField(at: string, before: DataField, after: DataField, way: Way): Generator<InterfaceChange> {
  if (before.mandatory !== after.mandatory && before.mandatory !== undefined && after.mandatory !== undefined) {
    const [kind, breaks, because] = after.mandatory
      ? (["field-required", way.taken, way.taken ? "who left it out is refused" : "who reads it can rely on it"] as const)
      : (["field-optional", way.given, way.given ? "who reads it may find it absent" : "who sends it may go on"] as const);
    yield change(kind, at, before.required, after.required, breaks, because, after.place);
  }
  yield* changedType(at, before.dataType, after.dataType, way, [before.type, after.type], after.place);
  yield* changedRules(at, before.validation, after.validation, way, after.place);
}
