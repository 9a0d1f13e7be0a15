import { describe, expect, it } from "vitest";
import { packLexicon, unpackLexicon } from "../../src/context/lexicon/packed.ts";
import { loadShipped } from "../../src/context/shipped.ts";

describe("the lexicon as the build leaves it", () => {
  const { lexicon } = loadShipped();

  it("is the same once it is taken out again", () => {
    expect(unpackLexicon(JSON.parse(JSON.stringify(packLexicon(lexicon))))).toEqual(lexicon);
  });

  it("takes less than two thirds of the room", () => {
    expect(JSON.stringify(packLexicon(lexicon)).length * 3).toBeLessThan(JSON.stringify(lexicon).length * 2);
  });
});
