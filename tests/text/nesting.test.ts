import { describe, expect, it } from "vitest";
import { nestsTooDeep } from "../../src/text/nesting.ts";

const indented = (levels: number) => Array.from({ length: levels }, (_, depth) => `${"  ".repeat(depth)}key:`).join("\n");

describe("what no parser is sent", () => {
  it.each([
    ["lists in lists", "[".repeat(20_000)],
    ["lists in lists below keys", `openapi: 3.1.0\nx: ${"[".repeat(301)}${"]".repeat(301)}`],
    ["objects in objects", '{"a":'.repeat(400)],
    ["dashes on one line", "- ".repeat(20_000)],
    ["keys below keys", indented(400)],
    ["types of types", `type A { b: ${"[".repeat(500)}Int`],
  ])("%s", (_, text) => expect(nestsTooDeep(text)).toBe(true));
});

describe("what people write", () => {
  it.each([
    ["nothing", ""],
    ["a long list of small lists", "- [a, b]\n".repeat(5_000)],
    ["a long list of objects", `[${'{"a": [1, {"b": 2}]},'.repeat(5_000)}{}]`],
    ["half-open ranges in quotes", 'description: "from [0 to 1)"\n'.repeat(5_000)],
    ["keys some levels deep, again and again", `${indented(20)}\n`.repeat(500)],
    ["a rule", "---\n".repeat(1_000)],
  ])("%s", (_, text) => expect(nestsTooDeep(text)).toBe(false));
});
