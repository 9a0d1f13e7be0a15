import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unifiedDiff } from "../../src/core.ts";
import { makeWorkspace } from "../support/workspace.ts";

const text = fc
  .array(fc.constantFrom("a\n", "b\n", "c\r\n", "\n", "- a\n"), { maxLength: 25 })
  .chain((lines) => fc.constantFrom(lines.join(""), `${lines.join("")}end`));

describe("a unified diff", () => {
  it("shows the changed lines with three lines of context", () => {
    const lines = (...changed: string[]) => `${["1", "2", "3", "4", ...changed, "6", "7", "8", "9"].join("\n")}\n`;
    expect(unifiedDiff("docs/a.md", lines("5"), lines("five", "more"))).toBe(
      "--- a/docs/a.md\n+++ b/docs/a.md\n@@ -2,7 +2,8 @@\n 2\n 3\n 4\n-5\n+five\n+more\n 6\n 7\n 8\n",
    );
  });

  it("is empty where nothing changed", () => {
    expect(unifiedDiff("a.md", "one\n", "one\n")).toBe("");
  });

  it("tells of a missing newline at the end", () => {
    expect(unifiedDiff("a.md", "one", "one\n")).toBe("--- a/a.md\n+++ b/a.md\n@@ -1,1 +1,1 @@\n-one\n\\ No newline at end of file\n+one\n");
  });

  it("is what git applies", () => {
    const root = makeWorkspace();
    fc.assert(
      fc.property(text, text, (before, after) => {
        fc.pre(before !== after && before !== "" && after !== "");
        const files = { "a.md": before, "a.diff": unifiedDiff("a.md", before, after) };
        for (const [path, contents] of Object.entries(files)) writeFileSync(join(root, path), contents);
        execFileSync("git", ["apply", "--whitespace=nowarn", "a.diff"], {
          cwd: root,
          env: { ...process.env, GIT_CEILING_DIRECTORIES: root },
        });
        expect(readFileSync(join(root, "a.md"), "utf8")).toBe(after);
      }),
      { numRuns: 30 },
    );
  });
});
