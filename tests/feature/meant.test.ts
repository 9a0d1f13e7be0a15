import { describe, expect, it } from "vitest";
import { formatKey } from "../../src/feature/key.ts";
import { featuresOf, keyToBegin, meantFeature } from "../../src/feature/meant.ts";

const ALL = [
  "E01-shop/E01-F01-order-refunds",
  "E01-shop/E01-F02-vouchers",
  "E01-shop/E01-F10-export",
  "E02-search/E02-F01-index",
  "ideas/order",
].map((name) => {
  const [epic = "", feature = ""] = name.split("/");
  return { epic, feature };
});
const codeOf = (work: () => unknown) => {
  try {
    return work();
  } catch (thrown) {
    return thrown;
  }
};

describe("the feature that is meant", () => {
  it.each([
    ["E01-shop", "E01-F01-order-refunds", "E01-shop/E01-F01-order-refunds"],
    ["E01", "E01-F01", "E01-shop/E01-F01-order-refunds"],
    ["e01-SHOP", "e01-f01-Order-Refunds", "E01-shop/E01-F01-order-refunds"],
    [" E01-shop ", "E01-F01-order-refunds\n", "E01-shop/E01-F01-order-refunds"],
    ["E01 shop", "E01_F01 order refunds", "E01-shop/E01-F01-order-refunds"],
    ["E1", "E1-F10", "E01-shop/E01-F10-export"],
    ["E01-shop", "F01", "E01-shop/E01-F01-order-refunds"],
    ["e01", "f10", "E01-shop/E01-F10-export"],
    ["E02-search", "F01 index", "E02-search/E02-F01-index"],
    ["", "E02-F01", "E02-search/E02-F01-index"],
    ["E01-shop", "E01-shop/E01-F02-vouchers", "E01-shop/E01-F02-vouchers"],
    ["ideas", "order", "ideas/order"],
  ])("%j %j is %s", (epic, feature, key) => expect(formatKey(meantFeature(ALL, epic, feature))).toBe(key));

  it.each([
    ["one of many", "E01-shop", "E01", "target", /E01-F01-order-refunds, E01-shop\/E01-F02/],
    ["a part of a number", "E01-shop", "E01-F0", "unknown-feature", /^$|Did you mean/],
    ["a slip of the pen", "E01-shop", "E01-F02-vuochers", "unknown-feature", /E01-shop\/E01-F02-vouchers\?/],
    ["the wrong epic", "E02-search", "E01-F01", "unknown-feature", /E01-shop\/E01-F01-order-refunds\?/],
    ["nothing like it", "billing", "invoices", "unknown-feature", /^$/],
    ["a character that nobody sees", "E01-shop", "E01-F01\u200b", "key", /letters, digits/],
    ["a trailing dot", "E01-shop.", "E01-F01", "key", /letters, digits/],
    ["a quote", 'E01-shop"', "E01-F01", "key", /letters, digits/],
    ["a path", "E01-shop/../..", "etc", "key", /letters, digits/],
  ])("%s is none, and the nearest is named", (_, epic, feature, code, advice) => {
    expect(codeOf(() => meantFeature(ALL, epic, feature))).toMatchObject({ code, advice: expect.stringMatching(advice) });
  });

  it("an epic is meant in the same ways", () => {
    expect(featuresOf(ALL, "e02")).toHaveLength(1);
    expect(featuresOf(ALL, "E03")).toEqual([]);
  });
});

describe("the key to begin a feature under", () => {
  it.each([
    ["its own number", "E01", "E01-F01", "E01-shop/E01-F01-order-refunds"],
    ["its number in the epic", "e01", "f01", "E01-shop/E01-F01-order-refunds"],
    ["its name with the number in the epic", "E01-shop", "F01-order-refunds", "E01-shop/E01-F01-order-refunds"],
    ["a new number in the epic", "E01-shop", "F03-gift-cards", "E01-shop/F03-gift-cards"],
    ["its name in other capitals", "e01-shop", "E01-f01-ORDER-refunds", "E01-shop/E01-F01-order-refunds"],
    ["its name without the number", "E01-shop", "order-refunds", "E01-shop/E01-F01-order-refunds"],
    ["a new one in an epic that is there", "E01", "E01-F03-gift-cards", "E01-shop/E01-F03-gift-cards"],
    ["a new one in the epic by its name", "shop", "E01-F03-gift-cards", "E01-shop/E01-F03-gift-cards"],
    ["a new epic", "E03-billing", "E03-F01-invoices", "E03-billing/E03-F01-invoices"],
    ["the longer name of an idea", "ideas", "order-refunds-by-mail", "ideas/order-refunds-by-mail"],
    ["a number of another epic's scheme", "ideas", "F01-x", "ideas/F01-x"],
    ["stray blanks", "E01-shop ", " E01-F03-gift-cards", "E01-shop/E01-F03-gift-cards"],
  ])("%s: %j %j is %s", (_, epic, feature, key) => expect(formatKey(keyToBegin(ALL, epic, feature))).toBe(key));

  it.each([
    ["another name for a number", "E01-shop", "E01-F01-refunds", /E01-shop\/E01-F01-order-refunds has the same number/],
    ["another name for a number in the epic", "E01-shop", "F01-refunds", /E01-shop\/E01-F01-order-refunds has the same number/],
    ["a longer name for a number", "E01-shop", "E01-F1-order-refunds-again", /E01-shop\/E01-F01-order-refunds has the same number/],
    ["a number of another epic", "E03-new", "E02-F01-again", /E02-search\/E02-F01-index has the same number/],
    ["another name for an epic", "E01-store", "E01-F07-x", /E01-shop has the same number/],
  ])("%s makes no twin", (_, epic, feature, message) => {
    expect(codeOf(() => keyToBegin(ALL, epic, feature))).toMatchObject({ code: "twin", message: expect.stringMatching(message) });
  });

  it.each(["2026-11-30-audit", "s3-upload", "oauth2-login", "v2-payments"])("%s numbers nothing", (feature) => {
    const twins = ["2026-11-30-release", "s3-download", "oauth2-logout", "v2-orders"].map((name) => ({ epic: "ideas", feature: name }));
    expect(keyToBegin(twins, "ideas", feature).feature).toBe(feature);
  });
});
