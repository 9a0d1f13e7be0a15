import { describe, expect, it } from "vitest";
import { isBounded } from "../../src/config/bounded.ts";

describe("an expression of a configuration", () => {
  it.each(["SHOP-R[0-9]+", "R\\d+(?:\\.\\d+)?", "(?:SHOP|PAY)-\\d{1,4}", "(?<team>[A-Z]+)-\\d+", "[(+*)|]+", "\\(a+\\)+", "#\\d+", ""])(
    "%s is taken, and done with a text of two hundred characters at once",
    (source) => {
      expect(isBounded(source)).toBe(true);
      const pattern = new RegExp(source, "u");
      const began = performance.now();
      for (const text of ["a", "1", "A", "(", "SHOP-", "A-"].map((part) => `${part.repeat(200).slice(0, 199)}!`)) pattern.test(text);
      expect(performance.now() - began).toBeLessThan(500);
    },
  );

  it.each(["(a+)+$", "((a+))+$", "(a|a)*$", "(?:a|b)+", "(?:(?:a|b))*", "(a*){2,}", "a*b*c*d*", "(", "]", "\\"])(
    "%s is refused",
    (source) => expect(isBounded(source)).toBe(false),
  );
});
