/** What a type means, whatever language it was spelled in. */
export type Family =
  | "string"
  | "uuid"
  | "integer"
  | "decimal"
  | "boolean"
  | "date"
  | "datetime"
  | "time"
  | "duration"
  | "uri"
  | "email"
  | "binary"
  | "map"
  | "array"
  | "enum"
  | "reference"
  | "unknown";

/** The least and the greatest number that may be; a bound that is open does not belong to it. */
export interface Range {
  min?: number;
  max?: number;
  minOpen?: boolean;
  maxOpen?: boolean;
}

/** What is said of how great something may be: a number itself, the characters of a text, the elements of a collection. */
export interface Limits {
  value?: Range;
  length?: Range;
  items?: Range;
}

/** A type as it was written, understood. */
export interface DataType {
  family: Family;
  /** The values of an enumeration, in order, in their own letters. */
  values: string[];
  /** The elements of an array, or the values of a map. */
  items?: DataType;
  /** The structure that it refers to. */
  name?: string;
  /** The bits of a number, where the spelling states them: int64. */
  bits?: number;
  /** The digits of a decimal, and how many of them stand behind the point: numeric(12,2). */
  digits?: string;
  limits: Limits;
  /** `string | null`, `nullable string`, `string?`, `optional string`. */
  nullable: boolean;
}
