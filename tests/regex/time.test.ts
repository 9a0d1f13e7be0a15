import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { findExpressions, keyOf } from "../../scripts/regex/expressions.mjs";
import { type Attack, attackOf, lengthAt } from "../../scripts/regex/time.mjs";

const expressions = findExpressions("src");
const verdicts: Record<string, Attack | "linear" | "undecided"> = JSON.parse(readFileSync("tests/regex/verdicts.json", "utf8"));
const attacked = expressions.flatMap((expression) => {
  const verdict = verdicts[keyOf(expression)];
  return typeof verdict === "object" ? [{ ...expression, attack: verdict }] : [];
});

describe("the regular expressions of the code", () => {
  it("have all been looked at: `npm run lint:regex -- --write` looks at new ones", () => {
    expect(expressions.filter((expression) => verdicts[keyOf(expression)] === undefined).map(({ place }) => place)).toEqual([]);
  });

  // `npm run lint:regex` does the same with 100,000 characters.
  it("are done in time with 10,000 characters of the attack that was found for them", () => {
    const slow = attacked.flatMap(({ place, source, flags, attack }) => {
      const text = attackOf(attack, Math.min(10_000, lengthAt({ place })));
      const took = leastOf(5, 500, () => new RegExp(source, flags).test(text));
      return took > 500 ? [`${place}: ${Math.round(took)} ms on ${text.slice(0, 40)}`] : [];
    });
    expect(attacked.length).toBeGreaterThan(0);
    expect(slow).toEqual([]);
  });
});

/** The least time of several tries, until one is good enough: what else the machine has to do only adds to it. */
function leastOf(tries: number, enough: number, run: () => void): number {
  let least = Number.POSITIVE_INFINITY;
  for (let tried = 0; tried < tries && least > enough; tried++) {
    const began = performance.now();
    run();
    least = Math.min(least, performance.now() - began);
  }
  return least;
}
