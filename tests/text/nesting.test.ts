import yaml from "js-yaml";
import { describe, expect, it } from "vitest";
import { DEEPEST, depthListener, jsonNestsTooDeep, NESTS_TOO_DEEP } from "../../src/text/nesting.ts";
import { yamlNestsTooDeep } from "../../src/text/yaml-nesting.ts";

const indented = (levels: number) => Array.from({ length: levels }, (_, depth) => `${"  ".repeat(depth)}key:`).join("\n");

/** Whether js-yaml stops at the depth of a text before anything else is wrong with it. */
function jsYamlStops(text: string): boolean {
  try {
    yaml.load(text, { listener: depthListener() });
    return false;
  } catch (thrown) {
    return (thrown as { reason?: string }).reason === NESTS_TOO_DEEP;
  }
}

const DEEP_YAML: [string, string][] = [
  ["lists in lists", "[".repeat(20_000)],
  ["lists in lists below keys", `openapi: 3.1.0\nx: ${"[".repeat(301)}${"]".repeat(301)}`],
  ["objects in objects", '{"a":'.repeat(400)],
  ["dashes on one line", "- ".repeat(20_000)],
  ["keys that are asked for", "? ".repeat(20_000)],
  ["keys below keys", indented(400)],
];

const FLAT_YAML: [string, string][] = [
  ["nothing", ""],
  ["a long list of small lists", "- [a, b]\n".repeat(5_000)],
  ["a text of brackets", `a: "${"[".repeat(5_000)}"\nb: '${"{".repeat(5_000)}'\n`],
  ["a block of brackets", `a: |\n  ${"[".repeat(5_000)}\n`],
  ["a text that goes on below, with brackets", `a: "one\n  ${"[".repeat(5_000)}"\n`],
  ["a comment of brackets", `# ${"[".repeat(5_000)}\na: 1\n`],
  ["half-open ranges in a list", `list:\n${'  - "from [0 to 1)"\n'.repeat(5_000)}`],
  ["keys some levels deep, again and again", Array.from({ length: 200 }, (_, n) => indented(20).replace("key", `key${n}`)).join("\n")],
];

describe("YAML that no parser is sent", () => {
  it.each(DEEP_YAML)("%s, by the yaml package", (_, text) => expect(yamlNestsTooDeep(text)).toBe(true));
  it.each(DEEP_YAML)("%s, by js-yaml", (_, text) => expect(jsYamlStops(text)).toBe(true));
});

describe("YAML that people write", () => {
  it.each(FLAT_YAML)("%s, by the yaml package", (_, text) => expect(yamlNestsTooDeep(text)).toBe(false));
  it.each(FLAT_YAML)("%s, by js-yaml", (_, text) => expect(jsYamlStops(text)).toBe(false));
});

describe("JSON", () => {
  it.each([
    ["lists in lists", "[".repeat(20_000)],
    ["objects in objects", '{"a":'.repeat(400)],
    ["one level too many", "[".repeat(DEEPEST + 1) + "]".repeat(DEEPEST + 1)],
    ["closing brackets before them", `${"]".repeat(500)}${"[".repeat(400)}`],
  ])("stops at %s", (_, text) => expect(jsonNestsTooDeep(text)).toBe(true));

  it.each([
    ["nothing", ""],
    ["as many levels as may be", "[".repeat(DEEPEST) + "]".repeat(DEEPEST)],
    ["a long list of objects", `[${'{"a": [1, {"b": 2}]},'.repeat(5_000)}{}]`],
    ["a text of brackets, with quotes in it", JSON.stringify({ a: `"${"[".repeat(5_000)}` })],
    ["a comment of brackets", `// ${"[".repeat(5_000)}\n/* ${"{".repeat(5_000)} */ {}`],
  ])("lets pass %s", (_, text) => expect(jsonNestsTooDeep(text)).toBe(false));
});
