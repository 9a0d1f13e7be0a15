import { nameKey } from "../../text/names.ts";
import type { Family } from "./types.ts";

/** The usual spellings, from SQL, JSON Schema, and the common languages; compared as {@link nameKey} gives them. */
const SPELLINGS: Readonly<Record<Exclude<Family, "array" | "enum" | "reference" | "unknown">, string>> = {
  string: "string str text varchar varchar2 nvarchar char nchar character charactervarying citext clob mediumtext longtext",
  uuid: "uuid uuidv4 uuidv7 guid ulid uniqueidentifier",
  integer:
    "integer int int2 int4 int8 int16 int32 int64 bigint smallint tinyint long short byte serial bigserial u8 u16 u32 u64 i8 i16 i32 i64 uint uint16 uint32 uint64 unsigned timestampmillis",
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

// In capitals these are more often structures of the feature than types of a language.
const OWN_NAMES = /^(?:Money|Period|Link|Record|Flag|Email|EmailAddress|Stream|Interval|Struct)$/;

/** @returns what the first words that spell a known type mean: "integer, minor units" and "ISO 8601 timestamp". */
export function familyOf(text: string): Family | undefined {
  if (OWN_NAMES.test(text)) return undefined;
  const whole = BY_SPELLING.get(nameKey(text));
  if (whole) return whole;
  const head = text.split(/[,:;/]|\s-\s/, 1)[0] ?? "";
  if (/\b(?:iso ?-?8601|rfc ?3339)\b/i.test(text)) return "datetime";
  return BY_SPELLING.get(nameKey(head)) ?? BY_SPELLING.get(nameKey(/^\S+/.exec(head)?.[0] ?? ""));
}

// `int` and `int8` have other widths in other languages.
const BITS: readonly [bits: number, words: RegExp][] = [
  [64, /(?<![\w.])(?:u?int64|[iu]64|f64|float64|bigint|bigserial|long|int64_t|64[- ]bit)(?![\w.])/i],
  [32, /(?<![\w.])(?:u?int32|[iu]32|f32|float32|int4|int32_t|32[- ]bit)(?![\w.])/i],
  [16, /(?<![\w.])(?:u?int16|[iu]16|int2|smallint|short|16[- ]bit)(?![\w.])/i],
];

/** @returns how many bits a number's spelling states: `int64`, `integer (int32)`, `bigint`. */
export function bitsOf(text: string): number | undefined {
  const found = BITS.filter(([, words]) => words.test(text));
  return found.length === 1 ? found[0]?.[0] : undefined;
}
