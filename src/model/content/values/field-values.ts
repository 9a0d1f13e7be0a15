import { matchesOf } from "../../../text/matches.ts";
import { nameKey } from "../../../text/names.ts";
import type { DataField, Model, Place } from "../../types.ts";
import { isSample } from "../literals/samples.ts";
import type { Content } from "../types.ts";

/** A value that a sentence gives to a field by its name, and that no field of the name lists. */
export interface UnlistedValue {
  field: string;
  value: string;
  /** What the field of that name lists. */
  values: string[];
  fieldPlace: Place;
  place: Place;
  /** The sentence names the field in full, or gives the value as data do: `status: paid`. */
  certain: boolean;
}

/** Nothing but a list of words: `queued, running or failed`. */
const LIST = /^[a-z][\w-]{0,40}(?:,\s[a-z][\w-]{0,40}){0,30},?\s(?:or|and)\s[a-z][\w-]{0,40}$/;

/** `priority: low`, and "upload status stays `stored`". */
const PAIR = /`([a-z][\w-]{1,40})\s?[:=]\s?([a-z][\w-]{1,40})`/g;
const MARKED = /`([a-z][a-z\d]{1,30}(?:_[a-z\d]{1,30}){0,4})`/g;
const BEFORE = /(?:[A-Za-z_]{2,30}\s){1,4}$/;
/** Four words are no longer. */
const FARTHEST = 4 * 31;
const IS_LINKING = /^(?:is|are|not|stays?|becomes?|remains?|of|with|as|the|a|an|to|at)$/i;
/** "With a status of". */
const IS_ASCRIBED = /\b(?:an?|with|has|have)\s(?:[A-Za-z_]{2,30}\s){1,3}of\s$/i;
/** What may stand before a name. */
const IS_BEFORE =
  /^(?:the|an?|its|their|whose|with|of|in|has|have|if|when|where|while|and|or|as|to|is|each|every|any|this|that|then|until)$/i;

/** @returns the values of a field, where its type or its rules list them and nothing else */
export function valuesOf({ dataType, validation }: DataField): string[] {
  const listed = dataType.values.length > 0 ? dataType.values : (dataType.items?.values ?? []);
  if (listed.length > 0) return listed;
  const plain =
    validation
      .replace(/`/g, "")
      .split(/,?\sdefault\b/)[0]
      ?.trim() ?? "";
  return LIST.test(plain) ? plain.split(/,\s(?:or\s|and\s)?|\s(?:or|and)\s/) : [];
}

/** @returns what the PRD and the outputs say that a field is, and its list of values lacks */
export function unlistedValues(model: Model, content: Content): UnlistedValue[] {
  const fields = listedFields(model);
  if (fields.size === 0) return [];
  return content.passages.flatMap((passage) => {
    if (
      !passage.text.includes("`") ||
      passage.aside ||
      passage.document === "research" ||
      passage.keys.some((key) => /^row:.+\../.test(key))
    )
      return [];
    return namedIn(passage.text).flatMap(({ names, value, at, paired }) => {
      const key = names.find((name) => fields.has(name));
      const known = key === undefined ? undefined : fields.get(key);
      // A type is no value, though a field may be called so: "of type `uuid`".
      if (!known || known.values.has(value) || isSample(value)) return [];
      const place = passage.place(passage.start + at, passage.start + at + value.length);
      return [
        {
          field: known.name,
          value,
          values: [...known.values],
          fieldPlace: known.place,
          place,
          certain: paired || key !== nameKey(known.field),
        },
      ];
    });
  });
}

/** A field that lists its values. */
interface Listing {
  name: string;
  field: string;
  values: Set<string>;
  place: Place;
}

function listedFields({ backend }: Model): Map<string, Listing> {
  const found = new Map<string, Listing>();
  const open = new Set<string>();
  for (const { name, fields } of backend.structures)
    for (const field of fields) {
      const values = valuesOf(field);
      // "Refund status" is the field of the one structure, "status" that of any.
      for (const key of [nameKey(field.name), nameKey(name + field.name)]) {
        // Where one field of the name takes any value, nobody knows which one is meant.
        if (values.length < 2) open.add(key);
        const known = found.get(key) ?? { name: `${name}.${field.name}`, field: field.name, values: new Set<string>(), place: field.place };
        for (const value of values) known.values.add(value);
        if (values.length >= 2) found.set(key, known);
      }
    }
  for (const key of open) found.delete(key);
  return found;
}

function namedIn(text: string): { names: string[]; value: string; at: number; paired: boolean }[] {
  const pairs = matchesOf(text, PAIR).map(({ index, 0: whole, 1: name = "", 2: value = "" }) => ({
    names: [nameKey(name)],
    value,
    at: index + whole.length - 1 - value.length,
    paired: true,
  }));
  const named = matchesOf(text, MARKED).flatMap(({ index, 0: whole, 1: value = "" }) => {
    const before = BEFORE.exec(text.slice(Math.max(0, index - FARTHEST), index))?.[0];
    if (before === undefined) return [];
    // "Upload status" is not the field `status`.
    const words = before.trimEnd().split(/\s+/);
    while (words.length > 0 && IS_LINKING.test(words.at(-1) ?? "")) words.pop();
    // "The status of `order`" names what has it, "a status of `queued`" what it is.
    if (/\bof\s$/.test(before) && !IS_ASCRIBED.test(text.slice(Math.max(0, index - FARTHEST), index))) return [];
    const begins = (count: number) => words.length === count || IS_BEFORE.test(words.at(-count - 1) ?? "");
    return {
      names: [3, 2, 1].flatMap((count) => (words.length >= count && begins(count) ? [nameKey(words.slice(-count).join(""))] : [])),
      value,
      at: index + whole.length - 1 - value.length,
      paired: false,
    };
  });
  return [...pairs, ...named];
}
