import { chmodSync, cpSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { NO_FINDINGS, runCli } from "../support/cli.ts";
import { makeWorkspace } from "../support/workspace.ts";

const FOLDER = "docs/plan/E00-examples/E00-F01-order-refunds";
const ARCHITECTURE = `${FOLDER}/02-architecture.md`;

/** The worked example in a workspace of its own, with changes to its documents. */
function example(changes: Readonly<Record<string, (text: string) => string>> = {}): string {
  const root = makeWorkspace();
  cpSync(FOLDER, join(root, FOLDER), { recursive: true });
  cpSync("context/patterns", join(root, "context/patterns"), { recursive: true });
  for (const [file, change] of Object.entries(changes)) edit(root, file, change);
  return root;
}

function edit(root: string, file: string, change: (text: string) => string): void {
  const path = join(root, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
}

const addTodo = (text: string) => text.replace("## Data Flow\n", "## Data Flow\n\nTODO: the night run.\n");
const addVague = (text: string) => text.replace("| Layer | Technology", "As needed.\n\n| Layer | Technology");

it.each([
  [["--json", "-f", "sarif"], /sarif and json cannot both be written to the standard output/],
  [["-f", "markdown", "-f", "text"], /markdown and text cannot both/],
  [["-f", "json=a.json", "-f", "sarif=a.json"], /two reports for a\.json/],
])("two reports in one place are a mistake: %j", (words, told) => {
  expect(runCli(["check", ...words], example())).toMatchObject({ status: 2, out: "", err: expect.stringMatching(told) });
});

it("a log holds what people read, and a report that is asked for twice is written once", () => {
  const root = example({ [ARCHITECTURE]: addTodo });
  expect(runCli(["check", "-f", "text", "-f", "github"], root).out).toMatch(/placeholder-text[\s\S]*::error file=/);
  expect(JSON.parse(runCli(["check", "--json", "-f", "json"], root).out).version).toBe(1);
});

describe("what makes the exit status 1", () => {
  // As many lines go as come, since the example fills its budget.
  const withWarning = (text: string) =>
    text
      .replace(
        "| Payment Adapter | Speaks",
        "| Metrics Board | Shows figures | Draw charts | Refund Service | none |\n| Payment Adapter | Speaks",
      )
      .replace("  service -->|asks who approves| policy\n", "")
      .replace("  api -->|commands and queries| service", '  api & metrics["Metrics Board"] --> service --> policy');

  it.each([
    [[], 0],
    [["--max-warnings", "0"], 1],
    [["--max-warnings", "1"], 0],
    [["--fail-on", "warning"], 1],
    [["--fail-on", "never"], 0],
  ])("a warning with %j: %i", (options, status) => {
    const result = runCli(["check", ...options], example({ [ARCHITECTURE]: withWarning }));
    expect(result.out).toMatch(/1 warning in 1 feature/);
    expect(result.status).toBe(status);
  });

  it("an error does, unless nothing shall", () => {
    const root = example({ [ARCHITECTURE]: addTodo });
    expect(runCli(["check"], root).status).toBe(1);
    expect(runCli(["check", "--fail-on", "never"], root).status).toBe(0);
  });

  it("--quiet shows errors only", () => {
    expect(runCli(["check", "--quiet"], example({ [ARCHITECTURE]: withWarning })).out).toBe(NO_FINDINGS);
  });
});

describe("reports", () => {
  it("go to several files at once, and to standard output", () => {
    const root = example({ [ARCHITECTURE]: addTodo });
    const { out, status } = runCli(
      ["check", "-f", "sarif=out/a.sarif", "-f", "junit=out/a.xml", "-f", "markdown=out/a.md", "-f", "github"],
      root,
    );
    expect(status).toBe(1);
    expect(out).toMatch(/^::error file=/);
    const sarif = JSON.parse(readFileSync(join(root, "out/a.sarif"), "utf8"));
    expect(sarif.runs[0].tool.driver.rules.find(({ id }: { id: string }) => id === "line-count").help.markdown).toMatch(/^# line-count/);
    expect(readFileSync(join(root, "out/a.xml"), "utf8")).toMatch(/^<\?xml/);
    expect(readFileSync(join(root, "out/a.md"), "utf8")).toMatch(/^## groundplan/);
  });

  it("a format that is none is told with those that are", () => {
    const { status, err } = runCli(["check", "--format", "xml"], example());
    expect(status).toBe(2);
    expect(err).toMatch(/text, json, sarif, github, gitlab, junit, markdown/);
  });

  it("a file that cannot be written is a mistake, and nothing half-written stays", () => {
    const root = example();
    writeFileSync(join(root, "taken"), "");
    const { status, err } = runCli(["check", "-f", "json=taken/report.json"], root);
    expect(status).toBe(2);
    expect(err).toMatch(/cannot write taken\/report\.json: (?:ENOTDIR|EEXIST)/);
  });
});

describe("the baseline", () => {
  it("lets pass what was there, reports what is new, and tells what is gone", () => {
    const root = example({ [ARCHITECTURE]: addTodo });
    expect(runCli(["check", "--update-baseline"], root)).toMatchObject({
      status: 0,
      out: expect.stringMatching(/are let pass from now on, see \.groundplan-baseline\.json/),
    });
    expect(runCli(["check"], root)).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^No findings in 1 feature\. \(\d in the baseline, Mermaid [\d.]+\)\n$/),
    });
    // The text moves: the same findings.
    edit(root, ARCHITECTURE, (text) => text.replace("## Architecture Overview", "\n## Architecture Overview"));
    expect(runCli(["check"], root).status).toBe(0);
    edit(root, ARCHITECTURE, addVague);
    const second = runCli(["check"], root);
    expect(second.status).toBe(1);
    expect(second.out).toMatch(/vague-wording/);
    expect(second.out).not.toMatch(/placeholder-text/);
    edit(root, ARCHITECTURE, (text) => text.replace("TODO: the night run.\n", ""));
    expect(runCli(["check"], root).err).toMatch(/no longer occur .*: run groundplan check --update-baseline/);
    expect(runCli(["check", "--no-baseline"], root).out).not.toMatch(/in the baseline/);
  });

  it("is read as editors save it, and says where a merge was left open", () => {
    const root = example({ [ARCHITECTURE]: addTodo });
    runCli(["check", "--update-baseline"], root);
    edit(root, ".groundplan-baseline.json", (text) => `\uFEFF${text.replaceAll("\n", "\r\n")}`);
    expect(runCli(["check"], root).status).toBe(0);
    edit(root, ".groundplan-baseline.json", (text) => text.replace('  "findings"', '<<<<<<< HEAD\r\n  "findings"'));
    expect(runCli(["check"], root)).toMatchObject({ status: 2, err: expect.stringMatching(/baseline\.json:4: a merge conflict/) });
    expect(runCli(["check", "--update-baseline"], root).status).toBe(0);
    expect(runCli(["check"], root).status).toBe(0);
  });

  it("of a feature that was renamed is told as stale, of one that is left out it is not", () => {
    const root = example({ [ARCHITECTURE]: addTodo });
    runCli(["check", "--update-baseline"], root);
    writeFileSync(join(root, "groundplan.config.json"), '{ "ignore": ["E00-F01-order-refunds"] }');
    cpSync(FOLDER, join(root, "docs/plan/E00-examples/E00-F08-other"), { recursive: true });
    expect(runCli(["check"], root).err).not.toMatch(/no longer/);
    rmSync(join(root, "groundplan.config.json"));
    renameSync(join(root, FOLDER), join(root, "docs/plan/E00-examples/E00-F07-order-refunds"));
    // What is kept tells it as well.
    for (let run = 0; run < 2; run++)
      expect(runCli(["check"], root).err).toMatch(
        /\d entr(?:y|ies) of \.groundplan-baseline\.json no longer occur \(.*E00-F01-order-refunds/,
      );
  });

  it("that cannot be read is a mistake", () => {
    const root = example();
    writeFileSync(join(root, ".groundplan-baseline.json"), "[]");
    expect(runCli(["check"], root)).toMatchObject({ status: 2, err: expect.stringMatching(/is no baseline of this version/) });
  });
});

describe("--fix", () => {
  const BACKEND = `${FOLDER}/04-backend-design.md`;
  const spoil = (text: string) => text.replace("## Technology Stack", "## Tecnology Stack");
  const unlink = (text: string) => text.replace(", [research report](00-research-report.md)", "");

  it("shows what it would do, does it, and has nothing more to do", () => {
    const root = example({ [ARCHITECTURE]: spoil, [BACKEND]: unlink });
    const before = readFileSync(join(root, ARCHITECTURE), "utf8");
    const shown = runCli(["check", "--fix", "--dry-run"], root);
    expect(shown.out).toMatch(/^-## Tecnology Stack\n\+## Technology Stack$/m);
    expect(shown.err).toMatch(/\d edits proposed, nothing written/);
    expect(readFileSync(join(root, ARCHITECTURE), "utf8")).toBe(before);
    const mended = runCli(["check", "--fix"], root);
    expect(mended.err).toMatch(/mended .*02-architecture\.md/);
    expect(mended.out).toMatch(/^No findings/);
    expect(runCli(["check", "--fix"], root).err).toBe("0 edits\n");
  });

  it("numbers requirements only where that is asked for, and says that it could", () => {
    const root = example({ [`${FOLDER}/prd.md`]: (text) => text.replace(/\*\*(?:N?FR)-\d+\*\*: /g, "") });
    const prd = () => readFileSync(join(root, `${FOLDER}/prd.md`), "utf8");
    expect(runCli(["check", "--fix"], root).err).toMatch(/21 requirements bear no ids; see what --fix --number-requirements --dry-run/);
    expect(prd()).not.toMatch(/FR-1/);
    expect(runCli(["check", "--fix", "--number-requirements", "--dry-run"], root).out).toMatch(/^\+.*FR-1/m);
    runCli(["check", "--fix", "--number-requirements"], root);
    expect(prd()).toMatch(/FR-14[\s\S]*NFR-7/);
  });
});

it("--print-config shows what is set for a file", () => {
  const root = example();
  writeFileSync(join(root, "groundplan.config.yaml"), "overrides: [{ files: ['**/02-*'], checks: { line-count: warning } }]");
  const { out, status } = runCli(["check", "--print-config", ARCHITECTURE], root);
  expect(status).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ file: ARCHITECTURE, checks: { "line-count": "warning" }, source: "groundplan.config.yaml" });
});

it("a mistake in the configuration ends with its line, whatever the command", () => {
  const root = example();
  writeFileSync(join(root, "groundplan.config.json"), '{\n  "checks": { "line-cuont": "off" }\n}');
  for (const command of [["check"], ["status"], ["next", "E00-F01"]])
    expect(runCli(command, root)).toMatchObject({
      status: 2,
      err: expect.stringMatching(/groundplan\.config\.json:2: unexpected check "line-cuont"\nDid you mean "line-count"\?/),
    });
});

it.skipIf(process.getuid?.() === 0)("a configuration that cannot be read is a mistake", () => {
  const root = example();
  writeFileSync(join(root, "groundplan.config.json"), "{}");
  chmodSync(join(root, "groundplan.config.json"), 0o000);
  expect(runCli(["check"], root)).toMatchObject({ status: 2, err: expect.stringMatching(/cannot read groundplan\.config\.json/) });
});

describe("trace", () => {
  it("shows where each requirement is answered", () => {
    const { out, status } = runCli(["trace", "E00-F01"], example());
    expect(status).toBe(0);
    expect(out).toMatch(/^FR-14 +agreeing Once an hour/m);
    expect(out).toMatch(/^ +04-backend-design\.md:\d+ Error Handling > Recovery Strategies$/m);
    expect(out).toMatch(/21 requirements, all answered\./);
  });

  it("ends with 1 when one is open, in every format", () => {
    const root = example({
      [ARCHITECTURE]: (text) => text.replaceAll("NFR-7", "NFR-1").replace("FR-5, FR-6, FR-13, NFR-7", "FR-5, FR-6, FR-13"),
    });
    expect(runCli(["trace"], root)).toMatchObject({ status: 1, out: expect.stringMatching(/^NFR-7 +open /m) });
    expect(runCli(["trace", "--format", "markdown"], root).out).toMatch(/^\| NFR-7 \| .* \| \*\*open\*\* \| {2}\|$/m);
    const { features } = JSON.parse(runCli(["trace", "--json"], root).out);
    expect(features[0].requirements.filter(({ answers }: { answers: unknown[] }) => answers.length === 0)).toHaveLength(1);
  });
});

describe("explain", () => {
  it("prints the page of a check, and lists them all", () => {
    expect(runCli(["explain", "line-count"], makeWorkspace()).out).toMatch(/^# line-count\n/);
    expect(runCli(["explain"], makeWorkspace()).out).toMatch(/^completeness\n {2}missing-document/);
  });

  it("asks back for one that is none", () => {
    expect(runCli(["explain", "line-cuont"], makeWorkspace())).toMatchObject({
      status: 2,
      err: expect.stringMatching(/Did you mean line-count\?/),
    });
  });
});

it("nothing but the reports is written by a check", () => {
  const root = example({ [ARCHITECTURE]: addTodo });
  runCli(["check"], root);
  expect(existsSync(join(root, ".groundplan-baseline.json"))).toBe(false);
});
