import { groupBy } from "../../../text/group.ts";
import { fileName, shorten } from "../../../text/shorten.ts";
import type { Family } from "../../data-types/types.ts";
import type { DataField, Model } from "../../types.ts";
import { subjectsOf } from "../stems.ts";
import type { GeneralConflict } from "./types.ts";

/** A field with the structure that it belongs to. */
interface Owned {
  of: string;
  field: DataField;
}

/** Families that a text may stand for, and those that are one number. */
const SORTS: Readonly<Partial<Record<Family, string>>> = {
  string: "text",
  uuid: "text",
  uri: "text",
  email: "text",
  integer: "number",
  decimal: "number",
  boolean: "boolean",
  array: "array",
};

/** How many others of one name have to agree. */
const AGREED = 2;

/** @returns the fields that have another sort of type than all others of their name, and those that are required and may be absent */
export function fieldConflicts({ backend }: Model): GeneralConflict[] {
  const fields = backend.structures.flatMap(({ name, fields: own }) => own.map((field) => ({ of: name, field })));
  return [...groupBy(fields, ({ field }) => field.name).values()].flatMap(oddTypes).concat(fields.flatMap(absent));
}

function oddTypes(group: readonly Owned[]): GeneralConflict[] {
  const sorts = group.map(({ field }) => SORTS[field.dataType.family]);
  if (group.length <= AGREED || sorts.includes(undefined)) return [];
  return group.flatMap((odd, index) => {
    const others = group.filter((_, at) => at !== index);
    const [first] = others;
    const isOdd = first && sorts.every((sort, at) => at === index || (sort === sorts[index === 0 ? 1 : 0] && sort !== sorts[index]));
    return isOdd && areOfOne(odd.field, first.field) ? [conflictOf(odd, first, [odd.field.type, first.field.type])] : [];
  });
}

/** `status` may be of anything; `chip_number` is of one thing, as is what both descriptions speak of. */
function areOfOne({ name, description }: DataField, other: DataField): boolean {
  if (/[a-z\d](?:_[a-z]|[A-Z])/.test(name)) return true;
  const said = subjectsOf(other.description);
  const own = subjectsOf(name);
  return [...subjectsOf(description)].some((word) => said.has(word) && !own.has(word));
}

/** "Absent on the last page" is none of what has to be there. */
const ABSENT = /(?:^|[;,]\s)(?:absent|omitted|left out|not sent)\s(?:on|for|in|when|where|while|until|unless|if|after|before|with)\b/i;

function absent({ of, field }: Owned): GeneralConflict[] {
  const said = [field.validation, field.description].find((text) => ABSENT.test(text));
  if (said === undefined || field.mandatory !== true) return [];
  const { file } = field.place;
  return [
    {
      found: field.required,
      place: field.place,
      here: `${fileName(file)}: ${of}.${field.name}: ${field.required}`,
      expected: shorten(said, 60),
      related: field.place,
      there: `${fileName(file)}: ${of}.${field.name}: ${shorten(said, 60)}`,
    },
  ];
}

function conflictOf(odd: Owned, first: Owned, [found, expected]: readonly [string, string]): GeneralConflict {
  const here = ({ of, field }: Owned) => `${fileName(field.place.file)}: ${of}.${field.name}: ${field.type}`.replace(/`/g, "");
  return { found, place: odd.field.typePlace, here: here(odd), expected, related: first.field.typePlace, there: here(first) };
}
