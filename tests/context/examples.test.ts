import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { extname } from "node:path";
import { describe, expect, it } from "vitest";
import { parseAllDocuments } from "yaml";
import { withExamples } from "../../scripts/generate/examples.ts";
import { readMarkdown } from "../../src/markdown/index.ts";
import { outline } from "../support/brackets.ts";
import { mistakesIn } from "../support/grammars.ts";

const PATTERNS = "context/patterns";
const FOLDER = `${PATTERNS}/examples`;
const examples = readdirSync(FOLDER).filter((name) => name !== "tsconfig.json");
const pages = readdirSync(PATTERNS)
  .filter((name) => name.endsWith("-patterns.md"))
  .map((name) => ({ name, text: readFileSync(`${PATTERNS}/${name}`, "utf8") }));
const textOf = (name: string) => readFileSync(`${FOLDER}/${name}`, "utf8");
const of = (...endings: string[]) => examples.filter((name) => endings.includes(extname(name)));

/** The grammar of each kind of file that no compiler reads here. */
const GRAMMARS: Readonly<Record<string, string>> = { ".java": "java", ".rs": "rust", ".cs": "c-sharp", ".py": "python" };

describe("the code examples of the catalogue", () => {
  it("stand in one page each, as the file has them", () => {
    const marked = pages.flatMap(({ text }) => [...text.matchAll(/<!-- example: ([\w.-]+) -->/g)].map(([, name]) => name));
    expect(marked.toSorted()).toEqual(examples.toSorted());
    for (const { name, text } of pages) expect([name, withExamples(text) === text]).toEqual([name, true]);
  });

  it("stand in every pattern that is current", () => {
    const without = pages.flatMap(({ text }) =>
      readMarkdown(text)
        .allSections.filter(({ depth }) => depth === 2)
        .filter(
          ({ sections, fields }) =>
            !fields.some(({ label }) => label === "Status") &&
            !sections.some(({ title, blocks }) => title === "Code Examples" && blocks.length > 0),
        )
        .map(({ title }) => title),
    );
    expect(without).toEqual([]);
  });

  it("are short, and their lines fit a page", () => {
    for (const name of examples) {
      const lines = textOf(name).trimEnd().split("\n");
      expect([name, lines.length <= 65, lines.every((line) => line.length <= 140)]).toEqual([name, true, true]);
    }
  });

  it("TypeScript is what the compiler accepts, at its strictest", () => {
    expect(() =>
      execFileSync(process.execPath, ["node_modules/typescript/bin/tsc", "-p", FOLDER, "--noEmit"], { stdio: "pipe", encoding: "utf8" }),
    ).not.toThrow();
  });

  it.each(of(".yaml"))("%s is YAML, and names what it is", (name) => {
    const parsed = parseAllDocuments(textOf(name));
    expect(parsed.flatMap(({ errors, warnings }) => [...errors, ...warnings])).toEqual([]);
    expect(parsed.length).toBeGreaterThan(0);
    for (const document of parsed.map((each) => each.toJS() as Record<string, unknown>)) {
      expect(typeof document).toBe("object");
      if ("apiVersion" in document)
        expect(document).toMatchObject({
          apiVersion: expect.any(String),
          kind: expect.any(String),
          metadata: { name: expect.any(String) },
        });
    }
  });

  it.each(of(...Object.keys(GRAMMARS)))("%s has nothing that the grammar of its language does not know", async (name) => {
    expect(await mistakesIn(textOf(name), GRAMMARS[extname(name)] ?? "")).toEqual([]);
  });

  it.each([
    [".java", "class A { void a() { return }}"],
    [".cs", "class A { void B( { } }"],
    [".rs", "fn a( { }"],
    [".py", "def a(:\n    pass\n"],
  ])("a mistake in %s is seen", async (ending, text) => {
    expect(await mistakesIn(text, GRAMMARS[ending] ?? "")).not.toEqual([]);
  });

  it.each(of(".tf"))("%s: brackets and quotes close", (name) => {
    expect(outline(textOf(name)).open).toEqual([]);
  });

  it.each(of(".tf"))("%s: every block has a kind that is known, and every reference a block", (name) => {
    const text = textOf(name);
    const kinds = [...text.matchAll(/^(\w+)(?: "[\w-]+"){0,2} \{$/gm)].map(([, kind]) => kind);
    expect(
      kinds.filter((kind) => !["terraform", "provider", "resource", "variable", "output", "module", "data"].includes(kind ?? "")),
    ).toEqual([]);
    const declared = new Set([...text.matchAll(/^resource "([\w-]+)" "([\w-]+)"/gm)].map(([, type, label]) => `${type}.${label}`));
    const named = [...text.matchAll(/\b(aws_\w+\.\w+)\b/g)].map(([, reference]) => reference ?? "");
    expect(named.filter((reference) => !declared.has(reference))).toEqual([]);
    const variables = [...text.matchAll(/\bvar\.(\w+)/g)].map(([, label]) => label);
    for (const label of variables) expect(text).toMatch(`variable "${label}"`);
  });

  it.each(of(".py"))("%s: indented by fours, without tabs", (name) => {
    for (const line of textOf(name).split("\n")) {
      expect(line).not.toMatch(/\t|\s$/);
      expect(/^ */.exec(line)?.[0].length ?? 0).toSatisfy((width: number) => width % 4 === 0);
    }
  });

  it.each(of(".Dockerfile"))("%s: known instructions, a stage for each copy, no root at the end", (name) => {
    const lines = textOf(name)
      .split("\n")
      .filter((line) => line !== "" && !line.startsWith("#"));
    const known = /^(?:FROM|WORKDIR|COPY|RUN|ENV|USER|EXPOSE|ENTRYPOINT|CMD|ARG|LABEL|HEALTHCHECK) \S/;
    expect(lines.filter((line) => !known.test(line))).toEqual([]);
    const stages = lines.flatMap((line) => /^FROM \S+ AS (\w+)$/.exec(line)?.[1] ?? []);
    const copied = lines.flatMap((line) => /^COPY --from=(\w+)/.exec(line)?.[1] ?? []);
    expect(copied.filter((stage) => !stages.includes(stage))).toEqual([]);
    expect(lines.findLast((line) => line.startsWith("USER"))).toMatch(/^USER (?!root|0)/);
    expect(() => JSON.parse(lines.at(-1)?.replace(/^ENTRYPOINT /, "") ?? "")).not.toThrow();
  });

  it.each(of(".sql"))("%s: every statement ends, and none locks for long", (name) => {
    const text = textOf(name).replace(/--.*$/gm, "");
    const statements = text.split(";").map((statement) => statement.trim());
    expect(statements.at(-1)).toBe("");
    for (const statement of statements.filter(Boolean))
      expect(statement).toMatch(/^(?:SET|ALTER TABLE|UPDATE|CREATE INDEX CONCURRENTLY)\b/);
    expect(text).toMatch("lock_timeout");
    expect(text).not.toMatch(/SET NOT NULL|DROP COLUMN/);
  });
});
