import fc from "fast-check";
import { parse as parseJson } from "jsonc-parser";
import { parse as parseToml } from "smol-toml";
import { describe, expect, it } from "vitest";
import * as json from "../../src/assistants/formats/json.ts";
import * as markdown from "../../src/assistants/formats/markdown.ts";
import * as toml from "../../src/assistants/formats/toml.ts";
import { ASSISTANTS, type Assistant } from "../../src/core.ts";

function assistant(id: string): Assistant {
  const found = ASSISTANTS.find((candidate) => candidate.id === id);
  if (!found) throw new Error(`no assistant ${id}`);
  if (found.format === "markdown") return found;
  return { ...found, entry: { ...found.entry, command: "npx", args: ["-y", "groundplan", "mcp"] } };
}

const [CLAUDE, VSCODE, CODEX, ZED, AGENTS] = ["claude-code", "vscode", "codex", "zed", "agents-md"].map(assistant) as [
  Assistant,
  Assistant,
  Assistant,
  Assistant,
  Assistant,
];

/** The entry as it is written two spaces deep in a file that is indented by two. */
const ENTRY = `"groundplan": {
      "command": "npx",
      "args": [
        "-y",
        "groundplan",
        "mcp"
      ]
    }`;

const changed = (text: string) => ({ outcome: "changed", text });

describe("a configuration in JSON", () => {
  it.each<[string, string, string]>([
    ["an empty object", "{}", `{\n  "mcpServers": {\n    ${ENTRY}\n  }\n}`],
    [
      "another server, its layout kept",
      '{\n  "mcpServers": {\n    "db": {"command":"db-mcp", "args":[ ]}\n  }\n}\n',
      `{\n  "mcpServers": {\n    "db": {"command":"db-mcp", "args":[ ]},\n    ${ENTRY}\n  }\n}\n`,
    ],
    ["an empty list of servers", '{\n  "mcpServers": {},\n  "z": 1\n}', `{\n  "mcpServers": {\n    ${ENTRY}\n  },\n  "z": 1\n}`],
    ["other settings on one line", '{ "theme": "dark" }', `{ "theme": "dark",\n  "mcpServers": {\n    ${ENTRY}\n  }\n }`],
  ])("%s", (_, before, after) => {
    expect(json.merge(before, CLAUDE)).toEqual(changed(after));
  });

  it.each<[string, string, RegExp]>([
    ["a comment behind the last property", '{\n  "a": 1 // one\n}\n', /^\{\n {2}"a": 1, \/\/ one\n {2}"context_servers": \{\n/],
    ["a comment alone", "{\n  // none yet\n}\n", /^\{\n {2}\/\/ none yet\n {2}"context_servers": \{\n/],
    ["a comment that holds a comma and a brace", '{\n  "a": 1 /* , } */\n}', /^\{\n {2}"a": 1, \/\* , \} \*\/\n {2}"context_servers"/],
    ["a trailing comma", '{\n  "a": 1,\n}\n', /^\{\n {2}"a": 1,\n {2}"context_servers": \{\n/],
    ["a comment before the object", '// Zed settings\n{\n  "a": 1\n}\n', /^\/\/ Zed settings\n\{\n {2}"a": 1,\n/],
    ["tabs", '{\n\t"a": 1\n}\n', /\n\t"context_servers": \{\n\t\t"groundplan": \{\n\t\t\t"command": "npx",\n/],
    ["four spaces", '{\n    "a": 1\n}\n', /\n {4}"context_servers": \{\n {8}"groundplan": \{\n {12}"command"/],
    ["Windows lines", '{\r\n  "a": 1\r\n}\r\n', /^\{\r\n {2}"a": 1,\r\n {2}"context_servers": \{\r\n {4}"groundplan": \{\r\n/],
    ["a byte order mark", '\uFEFF{\n  "a": 1\n}\n', /^\uFEFF\{\n {2}"a": 1,\n/],
  ])("keeps %s", (_, before, expected) => {
    const merged = json.merge(before, ZED);
    expect(merged).toEqual(changed(expect.stringMatching(expected)));
    const text = merged.outcome === "changed" ? merged.text : "";
    if (before.includes("\r\n")) expect(text).not.toMatch(/(?<!\r)\n/);
    expect(parseJson(text.replace("\uFEFF", ""))).toMatchObject({ context_servers: { groundplan: { command: "npx" } } });
  });

  it.each<[string, string]>([
    ["half of an object", '{ "mcpServers": '],
    ["a list", "[]"],
    ["servers that are a list", '{ "mcpServers": [] }'],
    ["lists in lists without an end", `{ "mcpServers": {}, "a": ${"[".repeat(20_000)}${"]".repeat(20_000)} }`],
    ["a conflict of two branches", '<<<<<<< ours\n{}\n=======\n{ "a": 1 }\n>>>>>>> theirs\n'],
  ])("leaves %s alone", (_, before) => {
    expect(json.merge(before, CLAUDE)).toEqual({ outcome: "refused", reason: expect.any(String) });
  });

  it("leaves an entry of its own name as the team has it", () => {
    expect(json.merge('{ "servers": { "groundplan": { "command": "node_modules/.bin/groundplan" } } }', VSCODE)).toEqual({
      outcome: "same",
    });
  });

  it("only ever adds: whatever stands in the file is there afterwards, character for character", () => {
    const servers = fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { noNullPrototype: true });
    const settings = fc.record(
      { mcpServers: servers, theme: fc.jsonValue(), "a, { b": fc.jsonValue() },
      { requiredKeys: [], noNullPrototype: true },
    );
    const layout = fc.constantFrom<[string, string]>(["  ", "\n"], ["\t", "\n"], ["    ", "\r\n"], ["", "\n"]);
    const comment = fc.constantFrom("", " // why, {not}", " /* , } */");
    fc.assert(
      fc.property(settings, layout, comment, (value, [unit, newline], remark) => {
        const before = JSON.stringify(value, null, unit)
          .split("\n")
          .map((line, index) => (index === 0 ? line : line + (unit === "" ? "" : remark)))
          .join(newline);
        const merged = json.merge(before, CLAUDE);
        if (value.mcpServers && "groundplan" in value.mcpServers) return expect(merged.outcome).toBe("same");
        const text = merged.outcome === "changed" ? merged.text : "";
        const plain = parseJson(before) as typeof value;
        expect(parseJson(text)).toEqual({ ...plain, mcpServers: { ...plain.mcpServers, groundplan: CLAUDE.entry } });
        expect(isContained(before, text)).toBe(true);
        expect(json.merge(text, CLAUDE)).toEqual({ outcome: "same" });
      }),
      { numRuns: 500 },
    );
  });
});

describe("a configuration in TOML", () => {
  const TABLE = '[mcp_servers.groundplan]\ncommand = "npx"\nargs = [ "-y", "groundplan", "mcp" ]\n';

  it.each<[string, string, string]>([
    ["settings with comments", '# ours\nmodel = "large"   # do not change\n', `# ours\nmodel = "large"   # do not change\n\n${TABLE}`],
    ["another server", '[mcp_servers.db]\ncommand = "db-mcp"\n', `[mcp_servers.db]\ncommand = "db-mcp"\n\n${TABLE}`],
    ["no newline at the end", "model = 'large'", `model = 'large'\n\n${TABLE}`],
    ["Windows lines", "a = 1\r\n", `a = 1\r\n\r\n${TABLE.replaceAll("\n", "\r\n")}`],
  ])("%s", (_, before, after) => {
    expect(toml.merge(before, CODEX)).toEqual(changed(after));
    expect(parseToml(after)).toMatchObject({ mcp_servers: { groundplan: { command: "npx", args: ["-y", "groundplan", "mcp"] } } });
  });

  it.each<[string, string, RegExp]>([
    ["text that is no TOML", "model = \n", /not valid TOML/],
    ["servers that are a list", "mcp_servers = []\n", /no table/],
    ["servers in an inline table", 'mcp_servers = { db = { command = "db-mcp" } }\n', /cannot be extended/],
  ])("leaves %s alone", (_, before, reason) => {
    expect(toml.merge(before, CODEX)).toEqual({ outcome: "refused", reason: expect.stringMatching(reason) });
  });

  it.each([TABLE, 'mcp_servers.groundplan.command = "groundplan"\n', 'mcp_servers = { groundplan = { command = "x" } }\n'])(
    "leaves an entry of its own name alone: %j",
    (before) => expect(toml.merge(before, CODEX)).toEqual({ outcome: "same" }),
  );
});

describe("instructions in AGENTS.md", () => {
  const merge = (before: string, words = "New words.\n") => markdown.merge(before, AGENTS, words);
  const BLOCK = "<!-- groundplan:begin -->\nNew words.\n<!-- groundplan:end -->";

  it.each<[string, string, string]>([
    ["a person's text before", "# Ours\n\nUse tabs.\n", `# Ours\n\nUse tabs.\n\n${BLOCK}\n`],
    ["no newline at the end", "# Ours", `# Ours\n\n${BLOCK}\n`],
    [
      "older words of groundplan between a person's",
      "# Ours\n<!-- groundplan:begin -->\nOld.\n\n- words\n<!-- groundplan:end -->\nMore of ours.  \n",
      `# Ours\n${BLOCK}\nMore of ours.  \n`,
    ],
    ["Windows lines", "# Ours\r\n", `# Ours\r\n\r\n${BLOCK.replaceAll("\n", "\r\n")}\r\n`],
  ])("%s", (_, before, after) => {
    expect(merge(before)).toEqual(changed(after));
    expect(merge(after)).toEqual({ outcome: "same" });
  });

  it.each([
    ["a marker without its twin", "<!-- groundplan:begin -->\nwords\n"],
    ["two pairs", `${BLOCK}\n${BLOCK}\n`],
    ["markers the wrong way round", "<!-- groundplan:end -->\n<!-- groundplan:begin -->\n"],
  ])("leaves %s alone", (_, before) => {
    expect(merge(before)).toEqual({ outcome: "refused", reason: expect.stringMatching(/marker/) });
  });
});

/** Whether a text is left over when some characters of a larger one are taken out. */
function isContained(text: string, larger: string): boolean {
  let at = 0;
  for (const unit of larger.split("")) if (unit === text[at]) at++;
  return at === text.length;
}
