import { closest, nameKey } from "../../text/names.ts";
import { isMandatory } from "../data-types/absence.ts";
import { sameType } from "../data-types/compare.ts";
import type { DataType } from "../data-types/types.ts";
import type { DataField, DataStructure } from "../types/data.ts";
import { spelledOtherwise } from "./letters.ts";
import { differingLimit } from "./limits.ts";
import type { Difference } from "./types.ts";

/** Compares the fields of two structures that stand for one. Of a structure without any field it says nothing. */
export function* compareFields(agreed: DataStructure, own: DataStructure): Generator<Difference> {
  if (own.fields.length === 0) return;
  const structure = own.name;
  const about = (name: string) => ({ subjects: [`${structure}.${name}`, structure] });
  const extra = own.fields.filter(({ name }) => !agreed.fields.some((field) => nameKey(field.name) === nameKey(name)));
  for (const field of agreed.fields) {
    const found = own.fields.find(({ name }) => nameKey(name) === nameKey(field.name));
    if (found) {
      yield* compareField(structure, field, found);
      continue;
    }
    const [related, subjects] = [field.place, about(field.name).subjects];
    const other = misspelt(field.name, extra);
    if (other)
      yield {
        kind: "misspelt-field",
        place: other.place,
        related,
        subjects,
        arguments: { structure, field: field.name, found: other.name },
      };
    else yield { kind: "missing-field", place: own.place, related, subjects, arguments: { structure, field: field.name } };
  }
  for (const { name, place } of extra)
    yield { kind: "extra-field", place, related: agreed.place, arguments: { structure, field: name }, ...about(name) };
}

/** Takes the field that a name was misspelt as out of the fields that nobody agreed on. */
function misspelt(name: string, extra: DataField[]): DataField | undefined {
  const suggestion = closest(
    name,
    extra.map((field) => field.name),
  );
  const index = extra.findIndex((field) => field.name === suggestion);
  return index === -1 ? undefined : extra.splice(index, 1)[0];
}

function* compareField(structure: string, agreed: DataField, own: DataField): Generator<Difference> {
  const about = { structure, field: own.name };
  const subjects = [`${structure}.${own.name}`, structure];
  const at = { place: own.place, related: agreed.place, subjects };
  if (spelledOtherwise(agreed.name, own.name))
    yield { kind: "field-letters", ...at, arguments: { structure, field: agreed.name, found: own.name } };
  // A name that was merely misspelt is told by undefined-type.
  if (isMisspelling(agreed.dataType, own.dataType)) return;
  yield* compareTypes(agreed, own, about, { place: own.typePlace, related: agreed.typePlace, subjects });
  if (agreed.mandatory !== undefined && own.mandatory !== undefined && agreed.mandatory !== own.mandatory)
    yield { kind: "required", ...at, arguments: { ...about, found: own.required, expected: agreed.required } };
  else if (differsInNull(agreed, own)) {
    const words = (field: DataField) => (field.dataType.nullable ? "may be null" : "is never null");
    yield { kind: "nullable", ...at, arguments: { ...about, found: words(own), expected: words(agreed) } };
  }
}

function* compareTypes(
  agreed: DataField,
  own: DataField,
  about: { structure: string; field: string },
  at: Pick<Difference, "place" | "related" | "subjects">,
): Generator<Difference> {
  if (!sameType(agreed.dataType, own.dataType) && nameKey(agreed.type) !== nameKey(own.type)) {
    yield { kind: "type", ...at, arguments: { ...about, found: own.type, expected: agreed.type } };
    return;
  }
  // What holds for a collection's elements holds as well.
  let [a, b]: [DataType | undefined, DataType | undefined] = [agreed.dataType, own.dataType];
  for (let of = ""; a && b; of = "the items of ") {
    if (a.values.length > 0 && b.values.length > 0 && !sameValues(a.values, b.values))
      yield { kind: "values", ...at, arguments: { ...about, of, found: b.values.join(", "), expected: a.values.join(", ") } };
    const limit = differingLimit(a, b);
    if (limit) yield { kind: "limit", ...at, arguments: { ...about, of, ...limit } };
    for (const [expected, found] of [[a.bits, b.bits].map((bits) => bits && `${bits} bits`), [a.digits, b.digits]])
      if (expected && found && expected !== found) yield { kind: "precision", ...at, arguments: { ...about, of, found, expected } };
    if (of !== "" && a.nullable !== b.nullable) {
      const words = (type: DataType) => (type.nullable ? "may be null" : "is never null");
      yield { kind: "nullable", ...at, arguments: { ...about, field: `${about.field}[]`, found: words(b), expected: words(a) } };
    }
    [a, b] = [a.items, b.items];
  }
}

function sameValues(a: readonly string[], b: readonly string[]): boolean {
  const keys = (values: readonly string[]) => [...new Set(values)].sort().join("\n");
  return keys(a) === keys(b);
}

/** A field that need not be there may as well be null, unless both sides say yes. */
function differsInNull(agreed: DataField, own: DataField): boolean {
  if (agreed.dataType.nullable === own.dataType.nullable) return false;
  const [nullable, other] = agreed.dataType.nullable ? [agreed, own] : [own, agreed];
  if (isMandatory(nullable.required) === false || isMandatory(other.required) === false) return false;
  // What its words say of null, nobody has read.
  return !/(?<!not |never |non-)\bnull/i.test(`${other.validation} ${other.description}`);
}

function isMisspelling(agreed: DataType, own: DataType): boolean {
  if (agreed.items && own.items) return isMisspelling(agreed.items, own.items);
  const [a, b] = [agreed.name ?? "", own.name ?? ""];
  return a !== "" && b !== "" && nameKey(a) !== nameKey(b) && closest(b, [a]) !== undefined;
}
