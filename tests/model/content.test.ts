import { describe, expect, it } from "vitest";
import { contentOf } from "../../src/model/content/read.ts";
import { settingsOf } from "../../src/model/content/settings/settings.ts";
import { unlistedValues } from "../../src/model/content/values/field-values.ts";
import { reviewChanged } from "../support/mutate.ts";

/** What the risks of the worked example's PRD state after a sentence is put there. */
function stated(sentence: string) {
  const { model } = reviewChanged({ prd: (text) => text.replace("## Out of Scope", `## Limits\n\n${sentence}\n\n## Out of Scope`) });
  const content = contentOf(model);
  const isThere = ({ passage }: { passage: { keys: readonly string[] } }) => passage.keys.some((key) => key === "under:limits");
  return {
    quantities: content.quantities.filter(isThere).map(({ dimension, value, bound }) => [dimension, value, bound]),
    literals: content.literals.filter(isThere).map(({ kind, text }) => [kind, text]),
    choices: content.choices.filter(isThere).map(({ dimension, text }) => [dimension, text]),
  };
}

describe("quantities", () => {
  it.each([
    ["Tokens are valid for 15 minutes.", ["time", 900_000, "exact"]],
    ["Tokens are valid for 15 min.", ["time", 900_000, "exact"]],
    ["Tokens are valid for 900 s.", ["time", 900_000, "exact"]],
    ["Tokens are valid for a quarter of an hour.", ["time", 900_000, "exact"]],
    ["Answers come within 300ms.", ["time", 300, "most"]],
    ["A note has at most 500 characters.", ["count", 500, "most"]],
    ["A note has ≤ 500 characters.", ["count", 500, "most"]],
    ["A caller sends 60 requests a minute.", ["rate", 1, "exact"]],
    ["A caller sends 1 request per second.", ["rate", 1, "exact"]],
    ["20,000 refunds are kept.", ["count", 20_000, "exact"]],
    ["A part is tried five times by five attempts.", ["count", 5, "exact"]],
    ["Bodies of up to 64 KB are read.", ["size", 65_536, "most"]],
    ["99.9 % of the calls succeed.", ["percent", 99.9, "exact"]],
    ["The 95th percentile is told.", ["percent", 95, "exact"]],
    ["It needs PostgreSQL 16.", ["version:postgresql", 16 * 1e8, "exact"]],
    ["The run starts at 02:00.", ["clock", 120, "exact"]],
    ["They are compared hourly.", ["interval", 3_600_000, "exact"]],
    ["They are compared every 60 minutes.", ["interval", 3_600_000, "exact"]],
    ["Within 3 working days a clerk decides.", ["time", 3 * 86_400_000, "most"]],
    ["Parcels above 31.5 kg are refused.", ["mass", 31_500, "least"]],
    ["A list has 50 entries on a page.", ["portion:pag", 50, "exact"]],
    ["Lists come in pages of 50.", ["portion:pag", 50, "exact"]],
    ["The queue holds 10,000 entries.", ["portion:queu", 10_000, "exact"]],
    ["The buffer takes up to 200, the rest waits.", ["portion:buffer", 200, "exact"]],
    ["Repeated 3 times, then given up.", ["count", 3, "exact"]],
    ["Above 25 kg it is refused.", ["mass", 25_000, "least"]],
    ["The eighth attempt ends it.", ["count", 8, "exact"]],
    ["A daily export is written.", ["interval", 86_400_000, "exact"]],
  ])("%s", (sentence, quantity) => {
    expect(stated(sentence).quantities).toContainEqual(quantity);
  });

  it.each([
    "See FR-8 and step 3.",
    "A second attempt is made.",
    "On 2026-11-20 it began.",
    "It answers `409 ORDER_CHANGED`.",
    "Version 1.2.3-rc1 of sha256.",
  ])("none in: %s", (sentence) => {
    expect(stated(sentence).quantities.filter(([dimension]) => dimension !== "bare")).toEqual([]);
  });

  it("reads both ends of a range with the unit of the second", () => {
    expect(stated("A page has 1 to 100 items.").quantities).toEqual([
      ["count", 1, "least"],
      ["count", 100, "most"],
    ]);
  });
});

it.each<[string, string, [string, number, string][]]>([
  [
    "weight_grams",
    "1 to 31500",
    [
      ["mass", 1, "least"],
      ["mass", 31_500, "most"],
    ],
  ],
  ["timeoutSeconds", "at most 30", [["time", 30_000, "most"]]],
  [
    "attempts",
    "0 to 4",
    [
      ["count", 0, "least"],
      ["count", 4, "most"],
    ],
  ],
  [
    "amount",
    "1 to 31500",
    [
      ["bare", 1, "least"],
      ["bare", 31_500, "most"],
    ],
  ],
])("reads the rules of the field %s with what its name says", (name, rules, expected) => {
  const table = `| Structure | Field | Type | Required | Validation |\n| --- | --- | --- | --- | --- |\n| \`Parcel\` | \`${name}\` | integer | yes | ${rules} |`;
  expect(stated(table).quantities).toEqual(expected);
});

describe("literals", () => {
  it.each([
    ["It takes `--incremental`.", ["flag", "--incremental"]],
    ["It takes `export run --since 2026` or none.", ["flag", "--since"]],
    ["It publishes `order.placed`.", ["event", "order.placed"]],
    ["The header `Idempotency-Key` is required.", ["header", "Idempotency-Key"]],
    ["It ends with ORDER_NOT_FOUND.", ["code", "ORDER_NOT_FOUND"]],
    ["The field orderLineId is set.", ["field", "orderLineId"]],
    ["The role `support-agent` reads.", ["value", "support-agent"]],
    ["It writes `manifest.json`.", ["file", "manifest.json"]],
    ['It says "No refunds found for this order".', ["message", "No refunds found for this order"]],
  ])("%s", (sentence, literal) => {
    expect(stated(sentence).literals).toContainEqual(literal);
  });
});

it.each([
  ["Whoever has paid in full gets a receipt.", []],
  ["Card numbers are logged in full.", ["logged in full"]],
  ["Times are shown by default UTC.", ["UTC", "UTC"]],
])("%s", (sentence, texts) => {
  expect(stated(sentence).choices.map(([, text]) => text)).toEqual(texts);
});

describe("what an option is set to", () => {
  it.each<[string, string[]]>([
    ["Runs go after `--keep-days 90`.", ["value 90"]],
    ["`--keep-days` takes a number, default 90.", ["value 90"]],
    ["`--keep-days` takes 1 to 365, default 90; `--all` none", ["value 90", "least 1", "most 365"]],
    ["`--mode` takes a word, default strict.", ["value strict"]],
  ])("%s", (sentence, expected) => {
    const { model } = reviewChanged({ prd: (text) => `${text}\n## Options\n\n${sentence}\n` });
    const settings = model.documents.prd ? settingsOf(model.documents.prd) : [];
    expect(settings.filter(({ owner }) => owner === "options").map(({ aspect, value }) => `${aspect} ${value}`)).toEqual(expected);
  });
});

describe("what a field is said to be", () => {
  it.each<[string, string[]]>([
    ["Others have a refund status of `queued`.", ["queued"]],
    ["The refund status is `queued`.", ["queued"]],
    ["The refund status of `order` is shown.", []],
    ["The refund status of `completed` is shown.", []],
  ])("%s", (sentence, expected) => {
    const { model } = reviewChanged({ architecture: (text) => `${text}\n## Notes\n\n${sentence}\n` });
    expect(unlistedValues(model, contentOf(model)).map(({ value }) => value)).toEqual(expected);
  });
});

it("reads which of two opposites is said", () => {
  expect(stated("Delivery is at least once, by a sliding window, the newest first.").choices).toEqual([
    ["delivery", "at least once"],
    ["window", "sliding"],
    ["order", "newest first"],
  ]);
});
