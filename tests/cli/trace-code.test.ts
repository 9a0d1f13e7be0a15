import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { runCli } from "../support/cli.ts";
import { FOLDER, makeWorkspace, PRD, RESEARCH, writeFiles } from "../support/workspace.ts";

const OTHER = "docs/plan/E01-shop/E01-F02-letters";

function shop(files: Readonly<Record<string, string>>): string {
  return makeWorkspace({ [`${FOLDER}/prd.md`]: PRD, [`${FOLDER}/00-research-report.md`]: RESEARCH, ...files });
}

function git(root: string, ...words: string[]): string {
  const who = ["-c", "user.name=A", "-c", "user.email=a@b.example", "-c", "commit.gpgsign=false"];
  return execFileSync("git", [...who, ...words], { cwd: root, encoding: "utf8" }).trim();
}

interface Told {
  requirement: { id: string };
  implemented: { file: string; line: number }[];
  tested: { file: string; line: number }[];
}

/** What is told, as `FR-1 implemented src/a.ts:1`. */
function traced(root: string, feature = "E01-F01"): string[] {
  const { out } = runCli(["trace", feature, "--code", "--json"], root);
  const { statements, astray } = JSON.parse(out).features[0];
  return [
    ...statements.flatMap(({ requirement: { id }, implemented, tested }: Told) => [
      ...implemented.map(({ file, line }) => `${id} implemented ${file}:${line}`),
      ...tested.map(({ file, line }) => `${id} tested ${file}:${line}`),
    ]),
    ...astray.map(({ id, why, file, line }: { id: string; why: string; file: string; line: number }) => `${id} ${why} ${file}:${line}`),
  ];
}

describe("comments and names of tests name requirements", () => {
  it.each<[string, Record<string, string>, string[]]>([
    [
      "a comment at the end of a line",
      { "src/state.ts": "export const read = 1; // FR-1: read by number\n" },
      ["FR-1 implemented src/state.ts:1"],
    ],
    [
      "a block",
      { "src/State.java": "/**\n * Reads a state.\n * @implements FR-1, FR-2\n */\nclass State {}\n" },
      ["FR-1 implemented src/State.java:3", "FR-2 implemented src/State.java:3"],
    ],
    [
      "a docstring",
      { "src/state.py": `def read():\n    """Read it.\n\n    Requirement: FR-1\n    """\n` },
      ["FR-1 implemented src/state.py:4"],
    ],
    [
      "a range",
      { "src/state.go": "// FR-1 to FR-2\npackage state\n" },
      ["FR-1 implemented src/state.go:1", "FR-2 implemented src/state.go:1"],
    ],
    [
      "a migration",
      { "db/001.sql": "-- NFR-1: an index on the number\nCREATE INDEX i ON parcels (number);\n" },
      ["NFR-1 implemented db/001.sql:1"],
    ],
    ["the name of a test", { "tests/state.test.ts": `it("FR-1: reads a state", () => {});\n` }, ["FR-1 tested tests/state.test.ts:1"]],
    [
      "the name of a test's function",
      { "tests/test_state.py": "def test_fr_1_reads_a_state():\n    pass\n" },
      ["FR-1 tested tests/test_state.py:1"],
    ],
    ["the name of a test in Go", { "state_test.go": "func TestFR2Reports(t *testing.T) {\n" }, ["FR-2 tested state_test.go:1"]],
    [
      "a note of a test",
      { "src/test/java/StateTest.java": `@DisplayName("FR-1 reads")\nvoid reads() {}\n` },
      ["FR-1 tested src/test/java/StateTest.java:1"],
    ],
    ["a tag of Gherkin", { "features/state.feature": "@FR-2\nScenario: A carrier reports\n" }, ["FR-2 tested features/state.feature:1"]],
    ["with the feature in front", { "src/state.rs": "// E01-F01 FR-1\n" }, ["FR-1 implemented src/state.rs:1"]],
    ["an id that the PRD does not have", { "src/state.ts": "// FR-9\n" }, ["FR-9 gone src/state.ts:1"]],
  ])("%s", (_, files, told) => {
    expect(traced(shop(files))).toEqual(told);
  });

  it.each<[string, Record<string, string>]>([
    ["a text of the code", { "src/state.ts": `throw new Error("FR-1 is broken");\n` }],
    ["data of a test", { "tests/state.test.ts": `const id = "FR-1";\n` }],
    ["an address", { "src/state.ts": `const page = "https://example.org/#FR-1";\n` }],
    ["other standards", { "src/state.ts": "// as RFC 2119 and UTF-8 say, ISO-8601\n" }],
    ["what git ignores", { ".gitignore": "out/\n", "out/state.ts": "// FR-1\n" }],
    ["a page", { "README.md": "FR-1 is built.\n" }],
    ["what may hold a secret", { ".env": "# FR-1\nKEY=1\n" }],
  ])("%s names none", (_, files) => {
    expect(traced(shop(files))).toEqual([]);
  });
});

describe("where two features have the same ids", () => {
  const both = (files: Readonly<Record<string, string>>) =>
    shop({ [`${OTHER}/prd.md`]: PRD, [`${OTHER}/00-research-report.md`]: RESEARCH, ...files });

  it.each<[string, Record<string, string>, string[]]>([
    ["the one that is named on the line is meant", { "src/a.ts": "// E01-F02 FR-1\n// E01-F01: FR-2\n" }, ["FR-1 implemented src/a.ts:1"]],
    ["the one that is named above", { "src/a.ts": "// Letters: see E01-F02-letters.\nlet a;\n// FR-1\n" }, ["FR-1 implemented src/a.ts:3"]],
    ["the one that the path names", { "src/e01-f02/a.ts": "// FR-1\n" }, ["FR-1 implemented src/e01-f02/a.ts:1"]],
    ["none where nothing says so", { "src/a.ts": "// FR-1\n" }, []],
  ])("%s", (_, files, told) => {
    expect(traced(both(files), "E01-F02")).toEqual(told);
  });

  it("says how many are unclear", () => {
    expect(runCli(["trace", "--code"], both({ "src/a.ts": "// FR-1\n" })).out).toContain("1 mention of an id that several features have");
  });
});

it("a text that has changed since is told, one that is only set otherwise is not, and a commit's trailer counts", () => {
  const root = shop({ "src/a.ts": "// FR-1\n// FR-2\n" });
  git(root, "init", "-q", "-b", "main");
  git(root, "add", "-A");
  git(root, "commit", "-qm", "Read states\n\nImplements: FR-2, NFR-1");
  const commit = git(root, "rev-parse", "HEAD");
  expect(traced(root)).toEqual([
    "FR-1 implemented src/a.ts:1",
    "FR-2 implemented src/a.ts:2",
    `FR-2 implemented ${commit}:0`,
    `NFR-1 implemented ${commit}:0`,
  ]);
  const prd = readFileSync(join(root, FOLDER, "prd.md"), "utf8");
  writeFiles(root, {
    [`${FOLDER}/prd.md`]: prd
      .replace("by its tracking number", "by its order number")
      .replace("- **FR-2**: A carrier can", "- **FR-2**: A carrier\n  can"),
  });
  expect(traced(root).filter((line) => / (?:gone|changed) /.test(line))).toEqual(["FR-1 changed src/a.ts:1"]);
  const { status, out } = runCli(["trace", "E01-F01", "--code"], root);
  expect(status).toBe(1);
  expect(out).toContain("src/a.ts:1: FR-1 is named, and its text in the PRD has changed since");
  expect(out).toContain(`implemented src/a.ts:2, commit ${commit.slice(0, 10)}`);
  expect(runCli(["trace", "E01-F01", "--code", "--format", "markdown"], root).out).toContain(
    "| FR-1 | A customer can read the state of a parcel by its tracking number.".replace("tracking", "order"),
  );
});
