import { nameKey } from "../../../text/names.ts";
import type { DataField, Model, Place } from "../../types.ts";
import type { Content, Literal } from "../types.ts";
import { valuesOf } from "./field-values.ts";

/** A structure, or a field that lists its values, and a name that an input lists beside the others and it does not. */
export interface LackingValue {
  /** What has the others: `Run.state`, or `Run` where they are its fields. */
  owner: string;
  place: Place;
  literal: Literal;
}

/** Marked words with nothing but commas between them. */
const BETWEEN = /^`?[,\s]{1,3}(?:(?:or|and)\s)?`?$/;

/** @returns the values that a list of the PRD has and the one field with such a list lacks */
export function lackingValues(model: Model, content: Content): LackingValue[] {
  const lists = listsOf(content);
  if (lists.length === 0) return [];
  const structures = model.backend.structures.flatMap(({ name, fields, place }) => [
    { owner: name, place, values: new Set(fields.flatMap((field) => field.name.split(/,\s?/).map(nameKey))) },
    ...listingFields(name, fields),
  ]);
  const columns = model.entities.flatMap((entity) => listingFields(entity.name, entity.columns));
  return [structures, columns].flatMap((owners) => lackingIn(owners, lists));
}

/** What lists names, and which. */
interface Owner {
  owner: string;
  place: Place;
  values: ReadonlySet<string>;
}

function listingFields(of: string, fields: readonly DataField[]): Owner[] {
  return fields.map((field) => ({ owner: `${of}.${field.name}`, place: field.place, values: new Set(valuesOf(field).map(nameKey)) }));
}

function lackingIn(owners: readonly Owner[], lists: readonly Literal[][]): LackingValue[] {
  return lists.flatMap((list) => {
    const shared = (values: ReadonlySet<string>) => list.filter(({ text }) => values.has(nameKey(text))).length;
    const [nearest] = owners.toSorted((a, b) => shared(b.values) - shared(a.values));
    if (!nearest) return [];
    const common = shared(nearest.values);
    // A list of which it has only a part speaks of something else.
    if (common < 2 || common < list.length * 0.6 || common < nearest.values.size * 0.6) return [];
    return list
      .filter(({ text }) => !nearest.values.has(nameKey(text)))
      .map((literal) => ({ owner: nearest.owner, place: nearest.place, literal }));
  });
}

/** @returns the lists of three marked words and more that the PRD's statements have */
function listsOf({ literals }: Content): Literal[][] {
  const lists: Literal[][] = [];
  let open: Literal[] = [];
  const close = () => {
    if (open.length > 2) lists.push(open);
    open = [];
  };
  for (const literal of literals) {
    const { passage, kind, marked } = literal;
    if (passage.document !== "prd" || passage.aside || !marked || kind !== "field") continue;
    const last = open.at(-1);
    const between = last?.passage === passage ? passage.text.slice(last.at + last.text.length, literal.at) : "";
    if (!BETWEEN.test(between)) close();
    open.push(literal);
  }
  close();
  return lists;
}
