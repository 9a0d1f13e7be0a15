import { expect, it } from "vitest";
import { inRanges } from "../../src/guide/derived/ranges.ts";

it.each<[ids: string[], said: string]>([
  [["FR-1", "FR-2", "FR-3", "FR-9", "NFR-2"], "FR-1 to FR-3, FR-9, NFR-2"],
  [["FR-1", "FR-2"], "FR-1, FR-2"],
  [
    ["Functional Requirements 1", "Functional Requirements 2", "Functional Requirements 3", "Functional Requirements 7"],
    "Functional Requirements 1 to 3, 7",
  ],
  [["Query Performance 4", "Functional Requirements 7", "Functional Requirements 8"], "Query Performance 4, Functional Requirements 7, 8"],
  [["US-1", "Functional Requirements 7", "US-2"], "US-1, Functional Requirements 7, US-2"],
])("%j is said as %s", (ids, said) => {
  const orderOf = (id: string) => Number(/\d+$/.exec(id)?.[0]);
  expect(inRanges(ids, orderOf)).toBe(said);
});
