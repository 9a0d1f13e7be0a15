import { nameKey } from "../text/names.ts";

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

/** A type as it was written, understood. */
export interface DataType {
  family: Family;
  /** The values of an enumeration, in order. */
  values: string[];
  /** The elements of an array. */
  items?: DataType;
  /** The structure that it refers to. */
  name?: string;
  /** The greatest length of a text, where the type states one: varchar(64). */
  length?: number;
  /** `string?`, `string | null`, `optional string`. */
  nullable: boolean;
}

/** The usual spellings, from SQL, JSON Schema, and the common languages; compared as {@link nameKey} gives them. */
const SPELLINGS: Readonly<Record<Exclude<Family, "array" | "enum" | "reference" | "unknown">, string>> = {
  string: "string str text varchar varchar2 nvarchar char nchar character charactervarying citext clob mediumtext longtext",
  uuid: "uuid uuidv4 uuidv7 guid ulid uniqueidentifier",
  integer:
    "integer int int2 int4 int8 int16 int32 int64 bigint smallint tinyint long short byte serial bigserial u8 u16 u32 u64 i8 i16 i32 i64 unsigned timestampmillis",
  decimal: "decimal numeric number float float32 float64 double doubleprecision real money bigdecimal f32 f64",
  boolean: "boolean bool bit flag",
  date: "date localdate isodate",
  datetime:
    "datetime datetime2 datetimeoffset timestamp timestamptz timestampwithtimezone timestampwithouttimezone instant offsetdatetime zoneddatetime localdatetime iso8601 rfc3339 iso8601timestamp iso8601datetime iso8601string utctimestamp utcdatetime timestampiso8601 datetimeiso8601 isotimestamp isodatetime",
  time: "time timetz localtime",
  duration: "duration interval timespan period",
  uri: "uri url link",
  email: "email emailaddress",
  binary: "binary bytes bytea blob varbinary longblob buffer base64 stream",
  map: "map dict dictionary object json jsonb record hash hstore struct",
};

const BY_SPELLING = new Map(
  Object.entries(SPELLINGS).flatMap(([family, words]) => words.split(" ").map((word): [string, Family] => [word, family as Family])),
);

const ARRAY = /^(?:(?:array|list|set|sequence|vec|slice|collection|page)\s*(?:of\s+|[<[]\s*))(\S.*?)[>\]]?$/i;

/**
 * Reads a type as a field's cell states it, for example `array of RefundLine` or `varchar(64)`.
 *
 * @param rules the field's validation, which may state the length of a text: "at most 500 characters"
 */
export function readType(written: string, rules = ""): DataType {
  const { text, nullable } = withoutOptional(written.replace(/[`*]/g, "").trim());
  const items = /^(.+?)(?<!\s)\s*\[\]$/.exec(text)?.[1] ?? ARRAY.exec(text)?.[1];
  if (items !== undefined) return { family: "array", values: [], items: readType(items), nullable };
  const values = enumValues(text);
  if (values) return { family: "enum", values, nullable };
  const length = /\((\d+)\)/.exec(text)?.[1] ?? lengthIn(rules);
  const bare = text.replace(/\([^)]{0,300}\)/g, " ").trim();
  const family = familyOf(bare);
  if (family) return { family, values: [], nullable, ...(length && family === "string" && { length: Number(length) }) };
  const name = /^(?:reference to |ref )?((?=[A-Z0-9]+[a-z])[A-Z][A-Za-z0-9]+)$/.exec(bare)?.[1];
  return name === undefined ? { family: "unknown", values: [], nullable } : { family: "reference", values: [], name, nullable };
}

function lengthIn(rules: string): string | undefined {
  return /\b(?:at most|up to|max(?:imum|length|\.)?(?: of| length)?:?|\d+ (?:to|-)|\d+\s*[-–])\s*(\d+)\s*(?:characters?|chars?|letters)\b/i.exec(
    rules,
  )?.[1];
}

function withoutOptional(text: string): { text: string; nullable: boolean } {
  const stripped = text
    .replace(/\?$/, "")
    .replace(/(?<!\s)\s*\|\s*(?:null|none|undefined)\b/i, "")
    .replace(/^(?:optional|nullable)[\s<[]+(.*?)[>\]]?$/i, "$1")
    .replace(/^option<(.*)>$/i, "$1")
    .replace(/(?:,|(?<![\s,]))\s*\(?(?:nullable|optional)\)?$/i, "")
    .trim();
  return { text: stripped, nullable: stripped !== text };
}

// In capitals these are more often structures of the feature than types of a language.
const OWN_NAMES = /^(?:Money|Period|Link|Record|Flag|Email|EmailAddress|Stream|Interval|Struct)$/;

/** "integer, minor units" and "ISO 8601 timestamp": the first words that spell a known type decide. */
function familyOf(text: string): Family | undefined {
  if (OWN_NAMES.test(text)) return undefined;
  const whole = BY_SPELLING.get(nameKey(text));
  if (whole) return whole;
  const head = text.split(/[,:;]|\s-\s/, 1)[0] ?? "";
  if (/\b(?:iso ?-?8601|rfc ?3339)\b/i.test(text)) return "datetime";
  return BY_SPELLING.get(nameKey(head)) ?? BY_SPELLING.get(nameKey(/^\S+/.exec(head)?.[0] ?? ""));
}

function enumValues(text: string): string[] | undefined {
  const listed = /^(?:string\s+)?(?:enum(?:eration)?|one of)\s*(?:[:(<[{]\s*)?((?:\S.*?)?)[)>\]}]?$/i.exec(text)?.[1];
  const union = /^["'\w-]+(?:\s*\|\s*["'\w-]+)+$/.test(text) && /["']/.test(text) ? text : undefined;
  const source = listed ?? union;
  if (source === undefined) return undefined;
  return source
    .split(/[,|/]|\bor\b/)
    .map((value) => value.replace(/["'\s]/g, ""))
    .filter(Boolean);
}

const TEXTUAL: readonly Family[] = ["string", "uuid", "uri", "email", "enum", "date", "datetime", "time", "duration", "binary"];

/**
 * Tells whether two spellings can mean the same values. A plain text may stand for whatever is written as text
 * in JSON; an unknown spelling is never held against anybody.
 */
export function sameType(a: DataType, b: DataType): boolean {
  if (a.family === "unknown" || b.family === "unknown") return true;
  if (a.family === "array" && b.family === "array") return !a.items || !b.items || sameType(a.items, b.items);
  if (a.family === "reference" && b.family === "reference") return nameKey(a.name ?? "") === nameKey(b.name ?? "");
  if (a.family === b.family) return true;
  const other = a.family === "string" ? b.family : b.family === "string" ? a.family : undefined;
  return other !== undefined && TEXTUAL.includes(other);
}

/** As {@link sameType}, for a field and the column that holds it: documents may hold arrays and structures, and text may hold decimals. */
export function canStore(column: DataType, field: DataType): boolean {
  if (sameType(column, field) || column.family === "map" || column.family === "binary") return true;
  if (field.family === "decimal") return column.family === "string";
  if (field.family === "string") return column.family === "decimal" || column.family === "integer";
  if (field.family === "array") return column.family === "array" || column.family === "string";
  // A structure has its own rows, and a name in the mapping.
  return field.family === "reference" || field.family === "map";
}

/** @returns whether a cell under a heading such as Required says yes or no; undefined for a condition. */
export function isMandatory(text: string): boolean | undefined {
  const word = /^[\s*`_]*([\p{L}✓✔✅❌✗✘×]+(?: null)?)/u.exec(text)?.[1]?.toLowerCase() ?? "";
  if (/^(?:yes|y|true|required|mandatory|always|not null|✓|✔|✅)$/.test(word)) return true;
  if (/^(?:no|n|false|optional|null|nullable|❌|✗|✘|×)$/.test(word)) return false;
  return undefined;
}
