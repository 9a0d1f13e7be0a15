import { describe, expect, it } from "vitest";
import { canStore, isMandatory, readType, sameType } from "../../src/model/data-types.ts";

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

  it("reads values, lengths, elements and what may be absent", () => {
    expect(readType("enum: damaged, not_received").values).toEqual(["damaged", "not_received"]);
    expect(readType("varchar(64)").length).toBe(64);
    expect(readType("string", "at most 500 characters").length).toBe(500);
    expect(readType("string", "1 to 32 characters, unique").length).toBe(32);
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
