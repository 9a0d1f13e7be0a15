import { describe, expect, it } from "vitest";
import { parseLanguage } from "../../src/context/lexicon/parse.ts";

const FILE = "context/lexicon/own.yaml";

describe("a team's own words", () => {
  it.each([
    ["lists in lists", `language: en\nnames: ${"[".repeat(20_000)}`],
    ["dashes", "- ".repeat(20_000)],
  ])("are refused where they nest too deep: %s", (_, text) => {
    expect(() => parseLanguage(text, FILE)).toThrow(`${FILE}:1: unexpected text that is no YAML: it nests too deep`);
  });
});
