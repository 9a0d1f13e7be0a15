import { appendFileSync, existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NO_FINDINGS, runCli } from "../support/cli.ts";
import { copyExamples, FOLDER, makeWorkspace, PRD, RESEARCH, writeFiles } from "../support/workspace.ts";

const EXAMPLE = "docs/plan/E00-examples/E00-F01-order-refunds";

/** A copy of the worked example that a test may damage. */
function copyExample(): string {
  const root = makeWorkspace();
  copyExamples(root, EXAMPLE);
  return root;
}

function edit(root: string, name: string, change: (text: string) => string): void {
  const path = join(root, EXAMPLE, name);
  const before = readFileSync(path, "utf8");
  const after = change(before);
  expect(after).not.toBe(before);
  writeFileSync(path, after);
}

const lineOf = (root: string, name: string, words: string) =>
  readFileSync(join(root, EXAMPLE, name), "utf8")
    .split("\n")
    .findIndex((line) => line.includes(words)) + 1;

describe("help and mistakes in use", () => {
  it("--version prints the package's version", () => {
    const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
    expect(runCli(["--version"], ".")).toEqual({ status: 0, out: `${version}\n`, err: "" });
  });

  it.each(["init", "new", "status", "next", "draft", "check", "mcp", "demo"])("%s --help teaches, and succeeds", (command) => {
    const { status, out } = runCli([command, "--help"], ".");
    expect(status).toBe(0);
    expect(out).toMatch(new RegExp(`^Usage: groundplan ${command} `));
    expect(out).toMatch(/--root <folder>|--feature <folder>/);
  });

  it.each<[string, string[], RegExp]>([
    ["no command", [], /Usage: groundplan/],
    ["an unknown command", ["chekc"], /unknown command 'chekc'[\s\S]*Did you mean check/],
    ["an unknown option", ["check", "--fromat", "json"], /unknown option '--fromat'[\s\S]*Did you mean --format/],
    ["an unknown format", ["check", "--format", "xml"], /Allowed formats are text, json/],
    ["an unknown feature", ["check", "E09-F99"], /no feature "E09-F99"[\s\S]*The features are: E00-examples\/E00-F01-order-refunds/],
    ["a root that is not there", ["check", "--root", "/nowhere"], /no folder at \/nowhere/],
    ["a root that is too wide", ["check", "--root", "/"], /too wide for a workspace/],
    [
      "an unknown kind",
      ["new", "E01/E01-F01", "--interfaces", "api,soap"],
      /Unexpected kind "soap", expected any of api, library, cli, service/,
    ],
    ["a key without an epic", ["new", "E01-F01"], /separated by one slash/],
    ["a key that climbs", ["new", "E01/.."], /unexpected feature key/],
    ["a demo of a folder without a PRD", ["demo", "--feature", "docs"], /no prd\.md in docs/],
  ])("%s ends with status 2 and says what to do", (_, args, message) => {
    const { status, out, err } = runCli(args, copyExample());
    expect(status).toBe(2);
    expect(err).toMatch(message);
    expect(out + err).not.toMatch(/\n\s+at /);
  });
});

describe("check", () => {
  it("finds nothing in this repository's own plan", () => {
    const { status, out } = runCli(["check"], ".");
    expect(out).toMatch(/^No findings in \d+ features?\. \(Mermaid 11\.\d+\.\d+\)\n$/);
    expect(status).toBe(0);
  });

  it("finds a deleted section, a forgotten requirement and a block of code, each at its line", () => {
    const root = copyExample();
    edit(root, "02-architecture.md", (text) => text.replace(/## Technology Stack[\s\S]*?(?=## Technical Risks)/, ""));
    edit(root, "02-architecture.md", (text) =>
      text
        .replaceAll("FR-9 and FR-14", "FR-8 and FR-14")
        .replace("unknown (FR-9)", "unknown")
        .replace("FR-7 to FR-10, FR-14", "FR-7, FR-8, FR-10, FR-14"),
    );
    edit(root, "04-backend-design.md", (text) =>
      text
        .replace("(FR-8, FR-9, FR-14)", "(FR-8, FR-14)")
        .replace("## Pagination\n", "```ts\nexport interface Page {}\n```\n\n## Pagination\n"),
    );
    const { status, out } = runCli(["check", "--json"], root);
    const { features } = JSON.parse(out) as { features: { findings: { check: string; place: { file: string; line: number } }[] }[] };
    const found = features.flatMap(({ findings }) =>
      findings
        .filter(({ check }) => check !== "line-count")
        .map(({ check, place }) => [check, place.file.slice(EXAMPLE.length + 1), place.line]),
    );
    expect(found.sort()).toEqual([
      ["code-block", "04-backend-design.md", lineOf(root, "04-backend-design.md", "```ts")],
      ["missing-section", "02-architecture.md", lineOf(root, "02-architecture.md", "## Technical Risks")],
      ["untraced-requirement", "prd.md", lineOf(root, "prd.md", "**FR-9**")],
    ]);
    expect(status).toBe(1);
  });

  it("takes keys, beginnings of names, epics, folders and files alike", () => {
    const root = copyExample();
    for (const target of [
      "E00-examples/E00-F01-order-refunds",
      "E00-F01",
      "E00-examples",
      EXAMPLE,
      `${EXAMPLE}/prd.md`,
      "docs/plan",
      ".",
    ]) {
      expect([target, runCli(["check", target], root).out]).toEqual([target, NO_FINDINGS]);
    }
  });

  it("gives the same verdict from any folder of the project", () => {
    expect(runCli(["check"], join(copyExample(), EXAMPLE)).out).toBe(NO_FINDINGS);
  });

  it("shows the computed checklist", () => {
    const { out } = runCli(["check", "--checklist"], copyExample());
    expect(out).toMatch(/\[x\] All sections that the templates require are there and filled/);
    expect(out).toMatch(/\[x\] No SQL statements/);
  });

  it("prints colours only where it is asked to by a terminal", () => {
    expect(runCli(["check"], copyExample(), { FORCE_COLOR: "" }).out).not.toContain("\u001b[");
  });

  it.each<[string, string | Uint8Array, RegExp]>([
    ["UTF-16", Buffer.from("\ufeff# PRD", "utf16le"), /prd\.md\n {2}1:1 +error Unexpected contents of .*prd\.md: it is in UTF-16/],
    [
      "executable front matter",
      `---js\n{ title: process.exit(7) }\n---\n${PRD.slice(PRD.indexOf("# "))}`,
      /front matter \(js\): it was not run/i,
    ],
    ["invalid YAML", `---\ntitle: a: b\n---\n${PRD.slice(PRD.indexOf("# "))}`, /prd\.md\n {2}2:1 +error Unexpected front matter/],
    ["2 MB", "x".repeat(2 * 1024 * 1024), /larger than 1 MiB/],
    ["nothing", "", /Unexpected empty document/],
  ])("a PRD of %s is a finding with its file and line", (_, contents, message) => {
    const root = makeWorkspace({ [`${FOLDER}/prd.md`]: contents, [`${FOLDER}/00-research-report.md`]: RESEARCH });
    const { status, out, err } = runCli(["check"], root);
    expect([status, err]).toEqual([1, ""]);
    expect(out).toMatch(message);
  });

  it("a template with a mistake in it is named, with status 2", () => {
    const root = copyExample();
    writeFiles(root, { "context/templates/architecture-doc.md": "---\nkind: architecture\nlines: few\n---\n\n# T\n\n## A\n" });
    expect(runCli(["check"], root)).toMatchObject({
      status: 2,
      err: expect.stringMatching(/context\/templates\/architecture-doc\.md:1: unexpected lines "few"/),
    });
  });

  it("a feature folder that is a link to elsewhere is not read", () => {
    const root = makeWorkspace({ "docs/plan/E01-shop/.keep": "" });
    symlinkSync(makeWorkspace({ "prd.md": PRD }), join(root, FOLDER));
    expect(runCli(["check"], root)).toMatchObject({ status: 2, err: expect.stringMatching(/no feature in docs\/plan/) });
  });
});

describe("from nothing to a draft", () => {
  it("init, new, next, draft, status: nothing that a person wrote is overwritten", () => {
    const root = makeWorkspace({ ".mcp.json": "{}" });
    expect(runCli(["init"], root).out).toMatch(/created docs\/plan\/README\.md\nkept \.mcp\.json, which exists/);
    expect(runCli(["new", "E01-shop/E01-F01-parcels", "--title", "Parcel tracking", "--interfaces", "api"], root).status).toBe(0);
    expect(readFileSync(join(root, FOLDER, "prd.md"), "utf8")).toMatch(
      /^---\nepic: E01-shop\nfeature: E01-F01-parcels\ntitle: Parcel tracking\n/,
    );
    expect(runCli(["next", "E01-F01"], root).out).toMatch(/^# Step 1 of 7: Analyze the requirements/);
    writeFiles(root, { [`${FOLDER}/prd.md`]: PRD, [`${FOLDER}/00-research-report.md`]: RESEARCH });
    appendFileSync(join(root, FOLDER, "02-architecture.md"), "\n## Technology Stack\n\nA person wrote this.\n");
    const draft = runCli(["draft", "E01-F01"], root);
    expect(draft.out).toMatch(/kept {4}02-architecture\.md: Technology Stack/);
    expect(draft.out).toMatch(/wrote {3}02-architecture\.md: Component Details \(1 gap to decide/);
    expect(readFileSync(join(root, FOLDER, "02-architecture.md"), "utf8")).toContain("## Technology Stack\n\nA person wrote this.\n");
    expect(runCli(["status", "E01-F01"], root).out).toMatch(/\[x\] 1\. Analyze the requirements\n\[ \] 2\. Define the system architecture/);
    expect(runCli(["check"], root)).toMatchObject({ status: 1, out: expect.stringMatching(/Unexpected placeholder "\{Decide: /) });
  });

  it("init --dry-run writes nothing; init --context copies templates and patterns once", () => {
    const root = makeWorkspace();
    expect(runCli(["init", "--dry-run"], root).out).toMatch(/would create \.mcp\.json/);
    expect(existsSync(join(root, ".mcp.json"))).toBe(false);
    runCli(["init", "--context"], root);
    expect(readFileSync(join(root, "context/templates/prd.md"), "utf8")).toBe(readFileSync("context/templates/prd.md", "utf8"));
  });

  it("draft without a PRD, and without kinds of interface, says what is missing and writes nothing", () => {
    const root = makeWorkspace({ [`${FOLDER}/notes.md`]: "" });
    expect(runCli(["draft", "E01-F01"], root)).toMatchObject({ status: 2, err: expect.stringMatching(/has no PRD that can be read/) });
    writeFiles(root, { [`${FOLDER}/prd.md`]: PRD.replace("interfaces: [api]\n", "") });
    expect(runCli(["draft", "E01-F01"], root)).toMatchObject({
      status: 2,
      err: expect.stringMatching(/kinds of interface[\s\S]*api, library, cli, service/),
    });
    expect(existsSync(join(root, FOLDER, "02-architecture.md"))).toBe(false);
    expect(runCli(["draft", "E01-F01", "--interfaces", "api"], root).status).toBe(0);
  });

  it("drafts from a PRD anywhere, and only prints", () => {
    const root = makeWorkspace({ "somewhere/idea.md": PRD });
    const { status, out } = runCli(["draft", "somewhere/idea.md"], root);
    expect(status).toBe(0);
    expect(out).toMatch(/<!-- 02-architecture\.md -->[\s\S]*\| FR-1, FR-2 \||## Requirements Coverage/);
    expect(existsSync(join(root, "somewhere/02-architecture.md"))).toBe(false);
  });
});
