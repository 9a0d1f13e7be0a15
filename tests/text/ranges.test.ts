import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastUpTo, within } from "../../src/text/ranges.ts";

const range = fc.tuple(fc.nat(40), fc.nat(10)).map(([start, length]) => ({ start, end: start + length }));

describe("stretches of a text", () => {
  it("hold the places that a look at each of them finds, also where they lie in each other", () =>
    fc.assert(
      fc.property(fc.array(range), fc.integer({ min: -1, max: 60 }), (ranges, at) => {
        expect(within(ranges)(at)).toBe(ranges.some(({ start, end }) => start <= at && at < end));
      }),
    ));

  it("are found by the last that begins before a place", () =>
    fc.assert(
      fc.property(fc.array(fc.nat(40)), fc.integer({ min: -1, max: 50 }), (numbers, most) => {
        const sorted = numbers.toSorted((a, b) => a - b);
        expect(lastUpTo(sorted, most)).toBe(sorted.findLastIndex((each) => each <= most));
      }),
    ));
});
