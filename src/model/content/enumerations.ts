import { enumValues } from "../data-types/enumerations.ts";
import type { DataField, Model } from "../types.ts";
import type { Content, Literal } from "./types.ts";

/** A field that lists its values, and one that an input lists beside the others and the field does not. */
export interface LackingValue {
  field: DataField;
  structure: string;
  literal: Literal;
}

/** Nothing but a list of words: `queued, running or failed`. */
const LIST = /^[a-z][\w-]{0,40}(?:,\s[a-z][\w-]{0,40}){1,30},?\s(?:or|and)\s[a-z][\w-]{0,40}$/;

/** Marked words with nothing but commas between them. */
const BETWEEN = /^`?[,\s]{1,3}(?:(?:or|and)\s)?`?$/;

/** @returns the values that a list of the PRD has and the one field with such a list lacks */
export function lackingValues(model: Model, content: Content): LackingValue[] {
  const lists = listsOf(content);
  if (lists.length === 0) return [];
  const fields = model.backend.structures.flatMap(({ name, fields }) =>
    fields.map((field) => ({ structure: name, field, values: new Set(valuesOf(field)) })),
  );
  return lists.flatMap((list) => {
    const shared = (values: ReadonlySet<string>) => list.filter(({ text }) => values.has(text)).length;
    const [nearest] = fields.toSorted((a, b) => shared(b.values) - shared(a.values));
    if (!nearest) return [];
    const common = shared(nearest.values);
    // A list of which a field has only a part speaks of something else.
    if (common < 2 || common < list.length * 0.6 || common < nearest.values.size * 0.6) return [];
    return list
      .filter(({ text }) => !nearest.values.has(text))
      .map((literal) => ({ field: nearest.field, structure: nearest.structure, literal }));
  });
}

function valuesOf({ type, validation }: DataField): string[] {
  const plain = validation.replace(/`/g, "").trim();
  return enumValues(type) ?? enumValues(plain) ?? (LIST.test(plain) ? plain.split(/,\s(?:or\s|and\s)?|\s(?:or|and)\s/) : []);
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
