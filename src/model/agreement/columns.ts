import { hasWord, nameKey, singular } from "../../text/names.ts";
import type { DataField, Entity } from "../types/data.ts";

/** @returns the column that supplies a field, by its name. */
export function columnFor(field: DataField, entities: readonly Entity[]): { entity: Entity; column: DataField } | undefined {
  const key = nameKey(field.name);
  const words = wordsOf(field.name);
  for (const entity of entities) {
    // `id` of Refund is refund_id, and the other way round.
    const own = singular(nameKey(entity.name));
    const column = entity.columns.find(({ name }) => {
      const candidate = nameKey(name);
      if (candidate === key || candidate === `${key}id` || `${own}${candidate}` === key || candidate === `${own}${key}`) return true;
      // `amount` is supplied by amount_minor.
      return candidate.startsWith(key) && startsWith(wordsOf(name), words);
    });
    if (column) return { entity, column };
  }
  return undefined;
}

const DERIVED =
  /\b(?:comput|deriv|calculat|sum of|number of|count of|made (?:of|from)|taken from|from the|aggregat|joined|generated|set by the|not stored|opaque)/i;

/** @returns whether the mapping names a field, or the field itself names its source. */
export function isDerived(field: DataField, mapping: string): boolean {
  return hasWord(mapping, field.name) || DERIVED.test(`${field.validation} ${field.description}`);
}

/** @returns whether a structure is stored as rows of an entity: a part of another structure is there when its whole is. */
export function isStoredAs(structure: string, entity: Entity): boolean {
  return singular(nameKey(entity.name)) === singular(nameKey(structure));
}

/** @returns whether a structure is what a caller sends, which may be narrower than what is stored. */
export function isRequest(structure: string): boolean {
  return /(?:Request|Input|Command|Filter|Query|Params)$|^(?:Create|Update|New|Patch)/.test(structure);
}

function startsWith(words: readonly string[], first: readonly string[]): boolean {
  return first.every((word, index) => word === words[index]);
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}
