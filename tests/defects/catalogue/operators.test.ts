import { describe, expect, it } from "vitest";
import { CATALOGUE_CHECKS } from "../../../src/core.ts";
import { CATALOGUE_OPERATORS } from "./operators.ts";
import { flawOf, judgeCatalogue, readTexts } from "./run.ts";

const texts = readTexts();

describe("defects seeded into the catalogue", () => {
  it("which is clean", () => {
    expect(judgeCatalogue(texts)).toEqual([]);
  });

  it.each(CATALOGUE_CHECKS.map(({ id }) => id))("at least three operators are meant for %s", (id) => {
    expect(CATALOGUE_OPERATORS.filter(({ check }) => check === id).length).toBeGreaterThanOrEqual(3);
  });

  it.each(CATALOGUE_OPERATORS.map((operator) => [`${operator.check}/${operator.name}`, operator] as const))(
    "%s is found, and nothing else",
    (_, operator) => {
      // The others take half a minute: `npm run eval:defects`.
      const mutants = operator.apply(texts).slice(0, 2);
      expect(mutants.length).toBeGreaterThan(0);
      expect(mutants.flatMap((mutant) => flawOf(operator, mutant) ?? [])).toEqual([]);
    },
  );
});
