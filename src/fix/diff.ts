import { type DiffLine, diffLines } from "./line-diff.ts";

const CONTEXT = 3;

/**
 * Shows the difference of two texts as a unified diff, as `git apply` and `patch` read it.
 *
 * @param file the path to name in its head, relative to the workspace
 * @returns the diff, with a newline at its end; empty where the texts are equal
 */
export function unifiedDiff(file: string, before: string, after: string): string {
  const lines = diffLines(linesOf(before), linesOf(after));
  const hunks = hunksOf(lines).map(([from, to]) => formatHunk(lines, from, to));
  return hunks.length === 0 ? "" : `--- a/${file}\n+++ b/${file}\n${hunks.join("")}`;
}

/** Each line keeps its ending, so that other endings are a difference too. */
function linesOf(text: string): string[] {
  return text.match(/[^\n]*\n|[^\n]+$/g) ?? [];
}

/** @returns from and to of each run of changes with its context; runs whose contexts meet are one. */
function hunksOf(lines: readonly DiffLine[]): [number, number][] {
  const hunks: [number, number][] = [];
  for (const [index, { sign }] of lines.entries()) {
    if (sign === " ") continue;
    const from = Math.max(0, index - CONTEXT);
    const to = Math.min(lines.length, index + CONTEXT + 1);
    const last = hunks.at(-1);
    if (last && from <= last[1]) last[1] = to;
    else hunks.push([from, to]);
  }
  return hunks;
}

function formatHunk(lines: readonly DiffLine[], from: number, to: number): string {
  const count = (start: number, end: number, other: DiffLine["sign"]) =>
    lines.slice(start, end).filter(({ sign }) => sign !== other).length;
  const range = (other: DiffLine["sign"]) => {
    const length = count(from, to, other);
    // A range without lines names the line before it.
    return `${count(0, from, other) + (length === 0 ? 0 : 1)},${length}`;
  };
  const body = lines
    .slice(from, to)
    .map(({ sign, line }) => (line.endsWith("\n") ? sign + line : `${sign}${line}\n\\ No newline at end of file\n`));
  return `@@ -${range("+")} +${range("-")} @@\n${body.join("")}`;
}
