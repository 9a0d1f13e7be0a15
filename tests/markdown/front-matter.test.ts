import { describe, expect, it } from "vitest";
import { readMarkdown } from "../../src/markdown/index.ts";

describe("front matter", () => {
  it("shows a date as the day that is written", () => {
    expect(readMarkdown("---\nlast_updated: 2026-11-20\n---\n").frontMatter.data).toEqual({ last_updated: "2026-11-20" });
  });

  it("does not turn a day that does not exist into another one", () => {
    expect(readMarkdown("---\nlast_updated: 2026-02-30\n---\n").frontMatter.data).toEqual({ last_updated: "2026-02-30" });
  });

  it.each(["js", "javascript", "JavaScript", "coffee", "cson", "ts"])("refuses to run ---%s, and says so", (language) => {
    const globals = globalThis as { ranFrontMatter?: boolean };
    const { frontMatter } = readMarkdown(`---${language}\n{ title: (globalThis.ranFrontMatter = true) }\n---\n\n# T\n`);
    expect(globals.ranFrontMatter).toBeUndefined();
    expect(frontMatter.data).toEqual({});
    expect(frontMatter.problem?.kind).toMatch(/executable|language/);
  });

  it.each([
    ["unclosed list", "---\ntitle: T\ntags: [a\n---\n", "malformed"],
    ["a colon in an unquoted value", "---\ntitle: Refunds: the design\n---\n", "malformed"],
    ["a text instead of keys", "---\njust words\n---\n", "malformed"],
    ["TOML", "---toml\na = 1\n---\n", "language"],
    ["lists in lists without an end", `---\ntitle: T\ntags: ${"[".repeat(20_000)}\n---\n`, "malformed"],
    ["dashes without an end", `---\ntags:\n  ${"- ".repeat(20_000)}a\n---\n`, "malformed"],
    ["objects in objects in JSON", `---json\n${'{"a":'.repeat(20_000)}1${"}".repeat(20_000)}\n---\n`, "malformed"],
    ["a megabyte of empty lines", `---\ntitle: T\n${"\n".repeat(1_000_000)}---\n`, "malformed"],
    ["a function in YAML", "---\nrun: !!js/function 'function () { return 1 }'\n---\n", "malformed"],
  ])("tells of %s with its line", (_, text, kind) => {
    const { problem } = readMarkdown(text).frontMatter;
    expect(problem?.kind).toBe(kind);
    expect(problem?.line).toBeGreaterThan(0);
  });

  it.each([
    ["quotes and blocks full of brackets", `---\ntitle: "${"[".repeat(500)}"\nowner: |\n  ${"{".repeat(500)}\n---\n`],
    ["some empty lines", `---\ntitle: T\n${"\n".repeat(20)}owner: O\n${"\r\n".repeat(20)}---\n`],
    ["JSON", '---json\n{ "title": "T", "owner": "O" }\n---\n'],
  ])("reads %s", (_, text) => {
    expect(readMarkdown(text).frontMatter).toMatchObject({ data: { title: expect.any(String), owner: expect.any(String) } });
    expect(readMarkdown(text).frontMatter.problem).toBeUndefined();
  });

  it("does not hide an error at the second reading of the same text", () => {
    const text = "---\ntitle: [\n---\n";
    expect([readMarkdown(text), readMarkdown(text)].map(({ frontMatter }) => frontMatter.problem?.kind)).toEqual([
      "malformed",
      "malformed",
    ]);
  });

  it("takes a rule at the top for a rule", () => {
    expect(readMarkdown("---\n\n# T\n").frontMatter.span).toBeUndefined();
    expect(readMarkdown("# T\n\n---\n\na\n\n---\n").frontMatter.span).toBeUndefined();
  });
});
