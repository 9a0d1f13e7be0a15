import { readType } from "../../model/data-types/read.ts";
import type { DataType, Family } from "../../model/data-types/types.ts";

/** What libraries call the types that every language has; `Time` alone is a time of day elsewhere. */
const OWN: Readonly<Record<string, Family>> = {
  "time.Time": "datetime",
  Date: "datetime",
  EmailStr: "email",
  HttpUrl: "uri",
  AnyUrl: "uri",
  Decimal: "decimal",
  BigDecimal: "decimal",
};

const ABSENT = /^(?:Optional|Option|Nullable|Maybe|Mapped)[<[](.{1,200})[>\]]$/;
const LISTS = /^(?:List|list|Array|Vec|Sequence|Set|set|ReadonlyArray|Collection|IEnumerable|IReadOnlyList)[<[](.{1,200})[>\]]$/;

/** @returns a type as the code spells it, understood; `unknown` where it may be anything */
export function codeType(written: string): DataType {
  const bare = written.replace(/\s*\|\s*(?:null|undefined|None)\b|\?$|^[*&?]+/g, "").trim();
  const inner = ABSENT.exec(bare)?.[1];
  if (inner !== undefined) return codeType(inner);
  const items = LISTS.exec(bare)?.[1] ?? /^\[\](.{1,200})$/.exec(bare)?.[1];
  if (items !== undefined) return /^byte$/.test(items) ? of("binary") : { ...of("array"), items: codeType(items) };
  const own = OWN[bare] ?? OWN[bare.split(".").at(-1) ?? ""];
  if (own) return of(own);
  return /[|"'{}&]/.test(bare) ? of("unknown") : readType(bare.split(".").at(-1) ?? bare);
}

function of(family: Family): DataType {
  return { family, values: [], limits: {}, nullable: false };
}

/** What is written alike in the end: texts, numbers, points in time. */
const GROUPS: Partial<Record<Family, string>> = {
  string: "text",
  uuid: "text",
  uri: "text",
  email: "text",
  enum: "text",
  binary: "text",
  date: "time",
  datetime: "time",
  time: "time",
  duration: "time",
  integer: "number",
  decimal: "number",
  boolean: "boolean",
  array: "array",
};

/** Only what is certainly of another kind counts: a text may stand for a time, a number of milliseconds may not. */
export function areApart(designed: DataType, built: string): boolean {
  const type = codeType(built);
  const [a, b] = [GROUPS[designed.family], GROUPS[type.family]];
  if (a === undefined || b === undefined) return false;
  if (a === "number" && b === "number")
    return designed.family === "integer" && type.family === "decimal" && !/^number$/i.test(built.trim());
  const isText = (group: string) => group === "text" || group === "time";
  if (isText(a) && isText(b)) {
    const narrow: readonly Family[] = ["uuid", "date", "datetime"];
    return a !== b && narrow.includes(designed.family) && narrow.includes(type.family);
  }
  return a !== b;
}
