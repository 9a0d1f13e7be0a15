import { isMandatory } from "../../model/data-types/absence.ts";
import { readType } from "../../model/data-types/read.ts";
import type { DataField, Place } from "../../model/types.ts";

/** What a contract says of a field, in the words of a design's table. */
export interface FieldWords {
  name: string;
  type: string;
  /** Undefined where the language does not tell: a plain field of Protobuf 3. */
  required: boolean | undefined;
  rules: readonly string[];
  nullable: boolean;
  description: string;
  place: Place;
}

/** @returns the field as the readers of designs give it, so that both are compared as the same facts */
export function fieldOf({ name, type, required, rules, nullable, description, place }: FieldWords): DataField {
  const validation = [...rules, ...(nullable ? ["may be null"] : [])].join("; ");
  const said = required === undefined ? "" : required ? "yes" : "no";
  return {
    ...{ name, type, required: said, validation, description, place },
    dataType: readType(type, validation),
    mandatory: isMandatory(said),
    others: {},
    typePlace: place,
  };
}
