import type { Flow, Inline, Lines } from "../../markdown/index.ts";
import { columnRole } from "./lexicon.ts";
import type { RawLine } from "./plain-titles.ts";
import type { Reader } from "./signs.ts";

/** A table has so many columns, and so many rows are none by chance. */
const COLUMNS = { fewest: 2, most: 6 };
const FEWEST_ROWS = 2;
/** A title of a column has no more words. */
const LONGEST_TITLE = 4;

/** What stands in one column alike, row after row: methods, paths, ids, numbers. */
const ALIKE = [
  /^(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)$/,
  /^\/\S{0,200}$/,
  /^\p{Lu}{1,12}[-_]?\d{1,6}(?:\.\d{1,4})*$/u,
  /^\d{1,4}\.?$/,
];

/**
 * Finds a table that was pasted into a text without Markdown: each cell came to stand on a line of its own, the titles of the columns
 * first.
 *
 * @returns the table, and the lines in front of it; undefined where there is none
 */
export function flatTable(raw: readonly RawLine[], { lexicon }: Reader, lines: Lines): { before: RawLine[]; table: Flow } | undefined {
  const first = raw.findIndex(({ text }) => columnRole(lexicon, text) !== undefined);
  if (first === -1) return undefined;
  for (let from = Math.max(0, first - COLUMNS.most + 1); from <= first; from++)
    for (let width = Math.max(COLUMNS.fewest, first - from + 1); width <= COLUMNS.most; width++) {
      const cells = raw.slice(from + width);
      if (cells.length % width !== 0 || cells.length < width * FEWEST_ROWS) continue;
      if (raw.slice(from, from + width).every(isTitle) && isRegular(cells, width))
        return { before: raw.slice(0, from), table: tableOf(raw.slice(from), width, lines) };
    }
  return undefined;
}

function isTitle({ text }: RawLine): boolean {
  return (text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) <= LONGEST_TITLE && /^[\p{L}№#][^.;!?]{0,40}$/u.test(text);
}

function isRegular(cells: readonly RawLine[], width: number): boolean {
  return Array.from({ length: width }, (_, column) => cells.filter((_cell, index) => index % width === column)).some((column) =>
    ALIKE.some((pattern) => column.every(({ text }) => pattern.test(text))),
  );
}

function tableOf(raw: readonly RawLine[], width: number, lines: Lines): Flow {
  const cell = ({ line, indent, text }: RawLine): Inline => {
    const start = lines.offset(line, 1) + indent;
    return { text, source: text, codes: [], span: lines.span(start, start + text.length) };
  };
  const rows = Array.from({ length: raw.length / width }, (_, row) => raw.slice(row * width, (row + 1) * width).map(cell)).map((cells) => ({
    cells,
    span: lines.span(cells[0]?.span.start ?? 0, cells.at(-1)?.span.end ?? 0),
  }));
  const [header, ...below] = rows;
  return {
    form: "table",
    header: header?.cells ?? [],
    rows: below,
    span: lines.span(header?.span.start ?? 0, rows.at(-1)?.span.end ?? 0),
  };
}
