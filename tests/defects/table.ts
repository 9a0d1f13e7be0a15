import type { Table } from "../../src/markdown/index.ts";
import type { AlignedDocument } from "../../src/model/types.ts";
import type { Edit } from "./edit.ts";

/**
 * Rewrites a table line by line.
 *
 * @param change gets the cells of a line and its number: 0 is the header, 1 the dashes; no cells take the line out
 */
export function rewriteTable(
  { markdown }: AlignedDocument,
  { span }: Table,
  change: (cells: string[], line: number) => readonly string[] | undefined,
): Edit {
  const lines = markdown.text.slice(span.start, span.end).split("\n");
  const changed = lines.flatMap((line, index) => {
    const cells = change(splitRow(line), index);
    return cells ? [`| ${cells.join(" | ")} |`] : [];
  });
  return { start: span.start, end: span.end, text: changed.join("\n") };
}

function splitRow(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/g, "")
    .split(/(?<!\\)\|/)
    .map((cell) => cell.trim());
}

/** @returns the cells with one replaced. */
export function withCell(cells: readonly string[], index: number, text: string): string[] {
  return cells.map((cell, at) => (at === index ? text : cell));
}

/** @returns the cells without one. */
export function withoutCell(cells: readonly string[], index: number): string[] {
  return cells.filter((_, at) => at !== index);
}
