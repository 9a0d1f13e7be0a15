import { ftruncateSync, openSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseConfig } from "../../src/config/load.ts";
import { KnownError, listFeatures, loadContext, openWorkspace, readFeature, review } from "../../src/core.ts";
import { readMarkdown } from "../../src/markdown/index.ts";
import { bounded } from "../support/bounded.ts";
import { runCli } from "../support/cli.ts";
import { FOLDER, KEY, makeWorkspace, PRD, RESEARCH } from "../support/workspace.ts";

const FILE = `${FOLDER}/02-architecture.md`;
const files = { [`${FOLDER}/prd.md`]: PRD, [`${FOLDER}/00-research-report.md`]: RESEARCH, [FILE]: "# Parcels\n" };

/** A sparse file, which takes no room. */
function large(path: string, bytes: number): void {
  ftruncateSync(openSync(path, "w"), bytes);
}

describe("a file of 200 MB is told and not read, in place of", () => {
  const size = 200 * 1024 * 1024;

  it("a document", () => {
    const root = makeWorkspace(files);
    large(join(root, FILE), size);
    const workspace = openWorkspace(root);
    const { findings } = bounded(() => review(readFeature(workspace, KEY), loadContext(root, workspace.config)));
    expect(findings.find(({ place }) => place.file === FILE)).toMatchObject({ check: "missing-document", message: "unreadable" });
  });

  it.each(["groundplan.config.yaml", "context/templates/own.md", "context/patterns/own.md", ".groundplan-baseline.json"])("%s", (path) => {
    const root = makeWorkspace({ ...files, [path]: "" });
    large(join(root, path), size);
    expect(() => bounded(() => loadContext(root, openWorkspace(root).config))).toThrow(`cannot read ${path}: ${size} bytes`);
  });
});

describe("links", () => {
  it.each(["docs/plan/E01-shop/E01-F02-loop", "docs/plan/E02-loop", `${FOLDER}/01-interface-contracts.md`, `${FOLDER}/loop`])(
    "that lead round in a circle are not followed: %s",
    (path) => {
      const root = makeWorkspace(files);
      symlinkSync(join(root, path), join(root, path));
      const workspace = openWorkspace(root);
      expect(listFeatures(workspace)).toEqual([KEY]);
      const { findings } = bounded(() => review(readFeature(workspace, KEY), loadContext(root, workspace.config)));
      expect(findings.length).toBeGreaterThan(0);
    },
  );

  it.each(["context/templates", "context/patterns"])("to a folder elsewhere are told: %s", (path) => {
    const root = makeWorkspace({ ...files, "context/.keep": "" });
    symlinkSync(makeWorkspace({ "own.md": "secret" }), join(root, path));
    expect(() => loadContext(root, openWorkspace(root).config)).toThrow(`cannot read ${path}: a symbolic link`);
  });

  it("to a file elsewhere are told, and nothing of it is shown", () => {
    const root = makeWorkspace({ ...files, "context/patterns/.keep": "" });
    symlinkSync(join(makeWorkspace({ "own.md": "# secret\n\n## secret\n" }), "own.md"), join(root, "context/patterns/own.md"));
    const { status, out, err } = runCli(["patterns", "list"], root);
    expect(status).toBe(2);
    expect(out + err).not.toContain("secret");
  });
});

describe("YAML that grows is refused in bounded time, in", () => {
  const bomb = ["a: &a [x,x,x,x,x,x,x,x,x]", ..."bcdefghi"]
    .map((line, index, all) => (index === 0 ? line : `${line}: &${line} [${`*${index === 1 ? "a" : all[index - 1]},`.repeat(9)}]`))
    .join("\n");

  it("front matter", () => {
    const text = `---\n${bomb}\ntitle: *i\ntags: *i\n---\n\n# Title\n`;
    const { data, problem } = bounded(() => readMarkdown(text).frontMatter);
    expect([Object.keys(data), problem?.line]).toEqual([[], expect.any(Number)]);
    const root = makeWorkspace({ ...files, [FILE]: text });
    const workspace = openWorkspace(root);
    const { findings } = bounded(() => review(readFeature(workspace, KEY), loadContext(root, workspace.config)));
    expect(findings.filter(({ check }) => check === "front-matter").length).toBeGreaterThan(0);
  });

  it("a configuration", () => {
    expect(() => bounded(() => parseConfig(bomb, "groundplan.config.yaml", []))).toThrow(KnownError);
  });
});

describe("no name reaches the prototype of all objects, from", () => {
  const named = '{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}';
  it.each([
    ["front matter", { [FILE]: "---\n__proto__: {polluted: true}\nconstructor: {prototype: {polluted: true}}\n---\n\n# Parcels\n" }],
    ["front matter as a merge", { [FILE]: "---\nbase: &b {__proto__: {polluted: true}}\n<<: *b\n---\n\n# Parcels\n" }],
    [
      "names of components",
      { [FILE]: "# P\n\n## Component Breakdown\n\n| Component | Purpose |\n| --- | --- |\n| __proto__ | x |\n| toString | y |\n" },
    ],
    ["a baseline", { ".groundplan-baseline.json": `{"version":1,"findings":${named}}` }],
    ["a configuration", { "groundplan.config.json": `{"checks": ${named}}` }],
  ])("%s", (_, more) => {
    const root = makeWorkspace({ ...files, ...more });
    try {
      const workspace = openWorkspace(root);
      review(readFeature(workspace, KEY), loadContext(root, workspace.config));
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(KnownError);
    }
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe("deep nesting is read in bounded time", () => {
  it.each([
    ["quotes", "> ".repeat(5000)],
    ["lists", Array.from({ length: 1000 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n")],
    ["lists in one line", "- ".repeat(5000)],
    ["numbered lists in one line", "1. ".repeat(5000)],
    ["lists and quotes in one line", "- > 1. ".repeat(2000)],
    ["cells of a table in HTML", "<table><tr><td>".repeat(3000)],
    [
      "collections of a type",
      `| Field | Type | Required | Validation | Description |\n| --- | --- | --- | --- | --- |\n| a | ${"array of ".repeat(20_000)}string | Yes | - | A |\n`,
    ],
    ["brackets", "[".repeat(20_000)],
    ["emphasis", "**a _".repeat(5000)],
    ["fields of fields", "**A**: ".repeat(5000)],
    ["tags", "<b>".repeat(20_000)],
    ["headings", Array.from({ length: 5000 }, (_, index) => `${"#".repeat(1 + (index % 6))} x`).join("\n")],
    ["a row of a table", `| ${"a | ".repeat(5000)}\n| ${"--- | ".repeat(5000)}\n`],
  ])("%s", (_, text) => {
    const root = makeWorkspace({
      ...files,
      [FILE]: `# Parcels\n\n## Component Breakdown\n\n${text}\n`,
      [`${FOLDER}/03-data-design.md`]: `# Parcels\n\n## Entities\n\n### parcels\n\n${text}\n`,
    });
    const workspace = openWorkspace(root);
    const { findings, failed } = bounded(() => review(readFeature(workspace, KEY), loadContext(root, workspace.config)));
    expect(findings.length).toBeGreaterThan(0);
    expect(failed).toEqual([]);
  });
});

it("thousands of components in a drawn system are read in bounded time", () => {
  const drawn = "```mermaid\nflowchart LR\n  a[Parcel Service] --> b[(Parcel Store)]\n```";
  const parts = Array.from({ length: 8000 }, (_, index) => `### Part ${index}`).join("\n\n");
  const root = makeWorkspace({
    ...files,
    [FILE]: `# Parcels\n\n## System Architecture Diagram\n\n${drawn}\n\n## Component Details\n\n${parts}\n`,
  });
  const workspace = openWorkspace(root);
  const { findings, failed } = bounded(() => review(readFeature(workspace, KEY), loadContext(root, workspace.config)));
  expect([findings.length > 0, failed]).toEqual([true, []]);
});
