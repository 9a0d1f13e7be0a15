import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { makeWorkspace } from "../support/workspace.ts";

const CLI = `'${process.execPath}' '${resolve("dist/cli.js")}'`;

/** A plan whose one feature has findings, more than a pipe holds. */
function workspace(): string {
  const requirements = Array.from({ length: 1800 }, (_, index) => `- **FR-${index + 1}**: It pays refund ${index + 1}.`).join("\n");
  return makeWorkspace({ "docs/plan/E01-shop/E01-F01-refunds/prd.md": `# Refunds\n\n## Functional Requirements\n\n${requirements}\n` });
}

const sh = (script: string, root: string) => {
  const { status, stdout, stderr } = spawnSync("bash", ["-c", script], {
    cwd: root,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1" },
  });
  return { status, stdout, stderr };
};

describe.skipIf(!existsSync("/dev/full"))("what becomes of the output", () => {
  it.each(["check --no-cache", "check --no-cache --json", "trace", "status", "explain", "--help", "--version"])(
    "%s on a full device: one line, and status 2",
    (words) => {
      const { status, stderr } = sh(`${CLI} ${words} > /dev/full`, workspace());
      expect(stderr).toBe("error: cannot write to the standard output: ENOSPC\n");
      expect(status).toBe(2);
    },
  );

  it("a descriptor that is not to be written to: one line, and status 2", () => {
    expect(sh(`${CLI} status 1< /dev/null`, workspace())).toEqual({
      status: 2,
      stdout: "",
      stderr: "error: cannot write to the standard output: EBADF\n",
    });
  });

  it.each([
    ["check --no-cache --json", 1],
    ["trace", 1],
    ["status", 0],
    ["check --no-cache --json --fail-on never", 0],
  ])("%s into a pipe that was closed is silent, and keeps its status", (words, status) => {
    for (const reader of ["head -c 10 > /dev/null", "true"])
      expect(sh(`${CLI} ${words} | ${reader}; exit \${PIPESTATUS[0]}`, workspace())).toEqual({ status, stdout: "", stderr: "" });
  });

  it.each(["> /dev/null", ">&-"])("%s is ordinary", (where) => {
    expect(sh(`${CLI} check --no-cache ${where}`, workspace())).toEqual({ status: 1, stdout: "", stderr: "" });
  });

  it("words to the standard error that nobody takes are no defect", () => {
    expect(sh(`${CLI} check nothing-like-it 2> /dev/full`, workspace()).status).toBe(2);
  });

  it("reports that go to files are written all the same", () => {
    const { status } = sh(
      `${CLI} check --no-cache --format text --format json=report.json > /dev/full; s=$?; test -s report.json && exit $s`,
      workspace(),
    );
    expect(status).toBe(2);
  });
});

const hasTerminal = process.platform === "linux" && spawnSync("script", ["--version"]).status === 0;

it.skipIf(!hasTerminal).each([
  ["is not set", "env -u NO_COLOR", true],
  ["is empty", "NO_COLOR=", true],
  ["says something", "NO_COLOR=0", false],
])("a terminal has colours where NO_COLOR %s: %s", (_, prefix, colours) => {
  const command = `${prefix} TERM=xterm ${CLI} check --no-cache 2> /dev/null`;
  const { stdout } = spawnSync("script", ["--quiet", "--return", "--command", command, "/dev/null"], {
    cwd: workspace(),
    encoding: "utf8",
  });
  expect(stdout).toContain("error");
  expect(stdout.includes("\u001b[")).toBe(colours);
});
