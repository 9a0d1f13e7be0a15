import type { Place } from "../../findings/finding.ts";
import type { DataType } from "../data-types/types.ts";

/** One field of a data structure, or one column of an entity. */
export interface DataField {
  name: string;
  type: string;
  /** The type, understood. */
  dataType: DataType;
  /** Whether the field must be there, as written; a column headed Nullable is turned round. */
  required: string;
  /** `required`, understood; undefined where it is neither yes nor no. */
  mandatory: boolean | undefined;
  validation: string;
  description: string;
  /** The texts of the cells under columns that the template does not name. */
  others: Record<string, string>;
  place: Place;
  typePlace: Place;
}

export interface DataStructure {
  name: string;
  purpose: string;
  fields: DataField[];
  place: Place;
}

export interface Entity {
  name: string;
  purpose: string;
  columns: DataField[];
  place: Place;
}

/** Where a data structure is stored. */
export interface StructureMapping {
  structure: string;
  entities: Entity[];
  /** What the documents say on the mapping: renames and derived fields. */
  text: string;
}
