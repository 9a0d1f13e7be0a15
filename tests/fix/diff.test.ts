import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffLines } from "../../src/fix/line-diff.ts";
import { unifiedDiff } from "../../src/index.ts";
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

  it("is as short as can be, and holds both texts", () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const [a, b] = [linesOf(before), linesOf(after)];
        const lines = diffLines(a, b);
        const side = (sign: string) => lines.filter((line) => line.sign === " " || line.sign === sign).map(({ line }) => line);
        expect(side("-")).toEqual(a);
        expect(side("+")).toEqual(b);
        expect(lines.filter(({ sign }) => sign === " ")).toHaveLength(longestCommon(a, b));
      }),
    );
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

function linesOf(whole: string): string[] {
  return whole.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = b.map(() => 0);
  for (const line of a) {
    const next: number[] = [];
    for (const [index, other] of b.entries())
      next.push(line === other ? (row[index - 1] ?? 0) + 1 : Math.max(row[index] ?? 0, next[index - 1] ?? 0));
    row = next;
  }
  return row.at(-1) ?? 0;
}
