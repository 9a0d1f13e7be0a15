import type { Arguments, Place } from "../../findings/finding.ts";
import { closest, nameKey, singular } from "../../text/names.ts";
import { canStore } from "../data-types/compare.ts";
import type { DataType } from "../data-types/types.ts";
import { saysNothing } from "../query.ts";
import type { DataField, Entity, StructureMapping } from "../types/data.ts";
import { columnFor, isDerived, isRequest, isStoredAs } from "./columns.ts";
import { rangeInWords } from "./limits.ts";

/** A way in which a field cannot come from, or go into, where its structure is stored. */
export interface StorageDifference {
  kind: "unsupplied" | "misspelt" | "type" | "nullable" | "values" | "limit" | "precision";
  place: Place;
  related?: Place;
  arguments: Arguments;
}

/** @returns what keeps a field from being stored where the mapping says; undefined where nothing does, or nobody knows. */
export function differenceFromStorage(field: DataField, { structure, entities, text }: StructureMapping): StorageDifference | undefined {
  // Of a field without a type another check tells; it may be a structure of its own.
  if (saysNothing(field.type) || isDerived(field, text)) return undefined;
  const found = columnFor(field, entities);
  return found ? differenceFromColumn(field, found, structure) : unsupplied(field, entities, structure);
}

function unsupplied(field: DataField, entities: readonly Entity[], structure: string): StorageDifference | undefined {
  // A nested structure has its own mapping, and one that is defined nowhere is told by undefined-type.
  if (/[A-Z][A-Za-z0-9]{0,100}[a-z]/.test(field.type.replace(/\([^)]{0,300}\)/g, ""))) return undefined;
  const isCollection = ["array", "map"].includes(field.dataType.family);
  if (isCollection && entities.some((entity) => nameKey(entity.name).includes(singular(nameKey(field.name))))) return undefined;
  const suggestion = closest(
    field.name,
    entities.flatMap(({ columns }) => columns.map(({ name }) => name)),
  );
  const about = { structure, field: field.name, entities: entities.map(({ name }) => name).join(", ") };
  const related = entities[0]?.place;
  const at = { place: field.place, ...(related && { related }) };
  return suggestion ? { kind: "misspelt", ...at, arguments: { ...about, suggestion } } : { kind: "unsupplied", ...at, arguments: about };
}

function differenceFromColumn(
  field: DataField,
  { entity, column }: { entity: Entity; column: DataField },
  structure: string,
): StorageDifference | undefined {
  const about = { structure, field: field.name, column: `${entity.name}.${column.name}` };
  const [own, stored] = [field.dataType, column.dataType];
  const at = { place: field.typePlace, related: column.typePlace };
  if (!canStore(stored, own)) return { kind: "type", ...at, arguments: { ...about, found: field.type, expected: column.type } };
  // Other columns only lend their name, as the status of an event does of its refund's.
  const isOwn = isStoredAs(structure, entity);
  const values = differingValues(own, stored, isOwn && !isRequest(structure));
  if (values) return { kind: "values", ...at, arguments: { ...about, ...values } };
  const limit = exceededLimit(own, stored);
  if (limit) return { kind: "limit", ...at, arguments: { ...about, ...limit } };
  if (own.bits !== undefined && stored.bits !== undefined && own.bits > stored.bits)
    return { kind: "precision", ...at, arguments: { ...about, found: `${own.bits} bits`, expected: `${stored.bits} bits` } };
  // A request may demand what a column may lack.
  const isAbsent = column.mandatory === false || stored.nullable;
  if (field.mandatory === true && !own.nullable && isAbsent && isOwn && !isRequest(structure))
    return { kind: "nullable", place: field.place, related: column.place, arguments: about };
  return undefined;
}

/** @param isRead whether each value of the column is shown by the field */
function differingValues(own: DataType, stored: DataType, isRead: boolean): { found: string; expected: string } | undefined {
  if (own.values.length === 0 || stored.values.length === 0) return undefined;
  const lacks = own.values.some((value) => !stored.values.includes(value));
  const hides = isRead && stored.values.some((value) => !own.values.includes(value));
  return lacks || hides ? { found: own.values.join(", "), expected: stored.values.join(", ") } : undefined;
}

/** What a whole number of so many bits can hold. */
const GREATEST: Readonly<Record<number, number>> = { 16: 32767, 32: 2147483647 };

/** A field that may be greater than its column can hold. */
function exceededLimit(own: DataType, stored: DataType): { what: string; found: string; expected: string } | undefined {
  const length = own.limits.length;
  const room = stored.limits.length?.max;
  const isText = own.family === "string" && stored.family === "string";
  if (isText && length?.max !== undefined && room !== undefined && length.max > room)
    return { what: "length", found: rangeInWords(length), expected: `at most ${room}` };
  const value = own.limits.value;
  if (own.family !== "integer" || stored.family !== "integer" || !value) return undefined;
  const greatest = stored.limits.value?.max ?? GREATEST[stored.bits ?? 0];
  if (value.max !== undefined && greatest !== undefined && value.max > greatest)
    return { what: "value", found: rangeInWords(value), expected: `at most ${greatest}` };
  const least = stored.limits.value?.min;
  return value.min !== undefined && least !== undefined && value.min < least
    ? { what: "value", found: rangeInWords(value), expected: `at least ${least}` }
    : undefined;
}
