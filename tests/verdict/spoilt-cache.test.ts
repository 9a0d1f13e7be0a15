import { afterAll, describe, expect, it } from "vitest";
import { randomOf } from "../fuzz/random.ts";
import { SPOILERS } from "../fuzz/spoil-cache.ts";
import { checkSpoilt, removeKept } from "../fuzz/targets/cache.ts";

afterAll(removeKept);

// Many more of them in `npm run fuzz -- --target cache`.
describe("a check tells what one without a cache tells, where files of the cache are", () => {
  it.each(Object.entries(SPOILERS))("%s", async (_, spoil) => {
    for (const input of ["null", '{"__proto__": {"polluted": true}}'])
      for (const seed of [1, 2]) {
        const random = randomOf(seed);
        await checkSpoilt((text, others) => spoil(text, random.pick(others), input, random));
      }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});
