import { describe, expect, it } from "vitest";
import { isMandatory } from "../../src/model/data-types/absence.ts";
import { canStore, sameType } from "../../src/model/data-types/compare.ts";
import { readType } from "../../src/model/data-types/read.ts";
import { bounded } from "../support/bounded.ts";

describe("a type as people spell it", () => {
  it.each([
    ["string", "string"],
    ["varchar(64)", "string"],
    ["TEXT", "string"],
    ["`uuid`", "uuid"],
    ["UUID v4", "uuid"],
    ["bigint", "integer"],
    ["integer, minor units", "integer"],
    ["int64", "integer"],
    ["numeric(12,2)", "decimal"],
    ["Decimal", "decimal"],
    ["double precision", "decimal"],
    ["boolean", "boolean"],
    ["timestamptz", "datetime"],
    ["timestamp with time zone", "datetime"],
    ["ISO 8601 string", "datetime"],
    ["date", "date"],
    ["jsonb", "map"],
    ["map of string to Money", "map"],
    ["array of `RefundLine`", "array"],
    ["RefundLine[]", "array"],
    ["List<Refund>", "array"],
    ["enum: open, closed", "enum"],
    ['"open" | "closed"', "enum"],
    ["`Refund`", "reference"],
    ["Money", "reference"],
    ["Ausdruck der Freude", "unknown"],
  ])("%s is a %s", (written, family) => {
    expect(readType(written).family).toBe(family);
  });

  it("is read no deeper than anybody means it, and in bounded time", () => {
    const types = [
      `${"array of ".repeat(20_000)}string`,
      `${"map of string to ".repeat(10_000)}string`,
      `${"map<string, ".repeat(10_000)}string${">".repeat(10_000)}`,
      `string${"[]".repeat(50_000)}`,
    ];
    for (const type of types) expect(bounded(() => readType(type).family)).toMatch(/array|map/);
    expect(readType("array of map of string to array of Money").items?.items?.items?.name).toBe("Money");
  });

  it("reads values, lengths, elements and what may be absent", () => {
    expect(readType("enum: damaged, not_received").values).toEqual(["damaged", "not_received"]);
    expect(readType("varchar(64)").limits).toEqual({ length: { max: 64 } });
    expect(readType("string", "at most 500 characters").limits).toEqual({ length: { max: 500 } });
    expect(readType("string", "1 to 32 characters, unique").limits).toEqual({ length: { min: 1, max: 32 } });
    expect(readType("array of `RefundLine`").items).toMatchObject({ family: "reference", name: "RefundLine" });
    for (const written of ["string?", "string | null", "optional string", "Option<string>", "string, nullable"])
      expect(readType(written)).toMatchObject({ family: "string", nullable: true });
  });
});

describe("two spellings", () => {
  const same = (a: string, b: string) => sameType(readType(a), readType(b));

  it.each([
    ["string", "varchar(64)", true],
    ["string", "uuid", true],
    ["string", "timestamp", true],
    ["integer", "bigint", true],
    ["timestamp", "ISO 8601", true],
    ["array of `Refund`", "Refund[]", true],
    ["`Refund`", "Refund", true],
    ["something of ours", "boolean", true],
    ["integer", "decimal", false],
    ["integer", "string", false],
    ["boolean", "string", false],
    ["uuid", "integer", false],
    ["array of `Refund`", "`Refund`", false],
    ["`Refund`", "`Payment`", false],
  ])("%s and %s mean the same: %s", (a, b, expected) => {
    expect(same(a, b)).toBe(expected);
    expect(same(b, a)).toBe(expected);
  });

  it.each([
    ["jsonb", "array of `Line`", true],
    ["numeric(12,2)", "string", true],
    ["varchar(40)", "decimal", true],
    ["uuid", "`Customer`", true],
    ["boolean", "timestamp", false],
    ["date", "integer", false],
  ])("a column of %s can hold %s: %s", (column, field, expected) => {
    expect(canStore(readType(column), readType(field))).toBe(expected);
  });
});

it.each([
  ["yes", true],
  ["**Required**", true],
  ["✓", true],
  ["Not null", true],
  ["no", false],
  ["optional", false],
  ["✗", false],
  ["when the order is paid", undefined],
  ["", undefined],
])("%j under Required is %s", (text, expected) => {
  expect(isMandatory(text)).toBe(expected);
});

describe("what a spelling says beside its family", () => {
  it.each([
    ["array of string | null", { nullable: false, items: { nullable: true } }],
    ["array of nullable string", { nullable: false, items: { nullable: true } }],
    ["(string | null)[]", { nullable: false, items: { nullable: true } }],
    ["List<String?>", { nullable: false, items: { nullable: true } }],
    ["array of string, nullable", { nullable: true, items: { nullable: false } }],
    ["string[] | null", { nullable: true, items: { nullable: false } }],
    ["nullable array of string", { nullable: true, items: { nullable: false } }],
    ["Optional<List<String>>", { nullable: true, items: { family: "string", nullable: false } }],
    ["null | string", { family: "string", nullable: true }],
    ["map of string to integer", { family: "map", items: { family: "integer" } }],
    ["Record<string, Money>", { family: "map", items: { name: "Money" } }],
    ["map[string]int64", { family: "map", items: { family: "integer", bits: 64 } }],
    ["dict[str, bool]", { family: "map", items: { family: "boolean" } }],
    ["integer (int64)", { family: "integer", bits: 64 }],
    ["int", { family: "integer" }],
    ["bigint", { bits: 64 }],
    ["numeric(12, 2)", { family: "decimal", digits: "12,2" }],
    ["string (date-time)", { family: "datetime" }],
    ["string, one of: open, closed", { family: "enum", values: ["open", "closed"] }],
    ["enum: `open`, `closed` (default `open`)", { values: ["open", "closed"] }],
    ["enum (open | closed)", { values: ["open", "closed"] }],
    ["enum: text/csv, application/json", { values: ["text/csv", "application/json"] }],
    ["enum RefundReason", { family: "enum", values: [] }],
  ])("%s", (written, expected) => {
    expect(readType(written)).toMatchObject(expected);
  });

  it.each([
    ["integer", "0 to 99999999", { value: { min: 0, max: 99999999 } }],
    ["integer", "between 0 and 99,999,999", { value: { min: 0, max: 99999999 } }],
    ["integer", ">= 1 and <= 100", { value: { min: 1, max: 100 } }],
    ["integer", "minimum 1, maximum: 100, default 25", { value: { min: 1, max: 100 } }],
    ["integer", "more than 0, less than ten", { value: { min: 1, max: 9 } }],
    ["integer", "positive", { value: { min: 1 } }],
    ["decimal", "more than 0", { value: { min: 0, minOpen: true } }],
    ["integer", "1 to the quantity not yet refunded", {}],
    ["integer", "at most 88 KB", {}],
    ["integer", "at most 5 for guests, at most 9 for members", {}],
    ["decimal", "at most 4 decimal places", {}],
    ["integer", "no more than 5 open at a time", { value: { max: 5 } }],
    ["integer", "1–100", { value: { min: 1, max: 100 } }],
    ["integer", "[1, 100]", { value: { min: 1, max: 100 } }],
    ["integer", "100 or fewer", { value: { max: 100 } }],
    ["string", "maxLength: 64", { length: { max: 64 } }],
    ["string", "32 hexadecimal digits", { length: { min: 32, max: 32 } }],
    ["string", "year, dash, 01 to 13", {}],
    ["string", "not empty, no longer than 500 characters", { length: { min: 1, max: 500 } }],
    ["varchar(40)", "1 to 64 characters", { length: { min: 1, max: 40 } }],
    ["timestamp", "UTC, 5 to 60 minutes ahead", {}],
    ["array of string", "1 to 100 items, each at most 64 characters", { items: { min: 1, max: 100 } }],
    ["array of `Line`", "1 or 2 items", { items: { min: 1, max: 2 } }],
    ["array of `Line`", "non-empty", { items: { min: 1 } }],
  ])("%s, %s", (written, rules, limits) => {
    expect(readType(written, rules).limits).toEqual(limits);
  });

  it("what is said of the letters of a list's elements is theirs", () => {
    expect(readType("array of string", "at most 10 items, each 1 to 64 characters").items?.limits).toEqual({ length: { min: 1, max: 64 } });
  });

  it.each([
    ["one of open, closed or archived", ["open", "closed", "archived"]],
    ["check: open, closed; default open", ["open", "closed"]],
    ["one of the values", []],
    ["check: two capitals and two digits", []],
    ["check: null exactly when kind is provisional", []],
    ["in UTC, RFC 3339", []],
    ["as requested", []],
  ])("a text of which the rules say %s", (rules, values) => {
    expect(readType("string", rules).values).toEqual(values);
  });

  it.each([
    ["nullable", true],
    ["at most 500 characters, null until it is decided", true],
    ["never null", false],
    ["not nullable", false],
    ["no null bytes", false],
  ])("%s makes a field nullable: %s", (rules, expected) => {
    expect(readType("string", rules).nullable).toBe(expected);
  });
});
