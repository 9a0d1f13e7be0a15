import type { Flow, Inline, Lines } from "../../../markdown/index.ts";

type Table = Extract<Flow, { form: "table" }>;
type Fence = Extract<Flow, { form: "fence" }>;

const BAR = /[│┃║|]/;
const DRAWN = /^[\s\u2500-\u257f+=|-]{3,}$/;

/** @returns the table that a block draws with characters, each row with its line; undefined where it draws none. */
export function drawnTable({ value, span }: Fence, offset: number, lines: Lines): Table | undefined {
  const rows: { cells: Inline[]; line: number }[] = [];
  let open = false;
  for (const [index, text] of value.split("\n").entries()) {
    if (DRAWN.test(text) && !/\|\s{0,200}\|/.test(text)) {
      open = false;
      continue;
    }
    if (!BAR.test(text)) continue;
    const line = span.line + index + offset;
    const cells = cellsOf(text, line, lines);
    const last = rows.at(-1);
    // A cell that goes on below has nothing beside it.
    if (open && last && last.cells.length === cells.length && cells[0]?.text === "") join(last.cells, cells);
    else rows.push({ cells, line });
    open = true;
  }
  const [header, ...rest] = rows;
  if (!header || header.cells.length < 2 || rest.length === 0) return undefined;
  const wide = rest.filter(({ cells }) => cells.length === header.cells.length);
  if (wide.length * 2 < rest.length) return undefined;
  const at = (line: number) => lines.span(lines.offset(line, 1), lines.offset(line, 2));
  return { form: "table", header: header.cells, rows: wide.map(({ cells, line }) => ({ cells, span: at(line) })), span };
}

/** @returns the cells of a line that bars part. */
export function cellsOf(text: string, line: number, lines: Lines): Inline[] {
  const parts = text.split(BAR);
  let column = 1;
  const cells = parts.map((part) => {
    const start = lines.offset(line, column + (part.length - part.trimStart().length));
    column += part.length + 1;
    const said = part.trim();
    return { text: said, source: said, codes: [], span: lines.span(start, start + said.length) };
  });
  return cells.slice(/^\s*[│┃║|]/.test(text) ? 1 : 0, /[│┃║|]\s*$/.test(text) ? -1 : undefined);
}

function join(cells: Inline[], more: readonly Inline[]): void {
  for (const [index, cell] of cells.entries()) {
    const text = more[index]?.text ?? "";
    if (text !== "") cells[index] = { ...cell, text: `${cell.text} ${text}`.trim(), source: `${cell.source} ${text}`.trim() };
  }
}
