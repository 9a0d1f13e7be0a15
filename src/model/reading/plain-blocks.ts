import type { Flow, FlowItem, FlowLine, Lines } from "../../markdown/index.ts";
import { cellsOf } from "./blocks/boxes.ts";

type Paragraph = Extract<Flow, { form: "paragraph" }>;

/** Marks of lists that Markdown does not know: bullets that are typed, circled numbers, numbers in full width or in parentheses. */
const BULLET = /^[•●▪◦‣∙·・○■□◆◇▶►➤➢✔✓–—](?![–—])\s{0,4}(?=\S)|^-(?=[^\s\d-])/u;
const NUMBER = /^(?:([①-⑳])|[(（](\d{1,2}|[０-９]{1,2})[)）]|([０-９]{1,2}|\d{1,2}(?=[）．]))[．.）)、])\s{0,4}(?=\S)/u;
const DOTTED = /^\d{1,3}(?:\.\d{1,3}){1,4}[.)]?\s{1,4}\p{L}/u;
/** A line of a table without the line of dashes that Markdown wants. */
const ROW = /^\|.{0,4000}\|\s*$/s;
const DASHES = /^[\s|:-]{2,2000}$/;

/** @returns the lists and tables that a paragraph writes without Markdown, in their order; the paragraph itself where it writes none. */
export function asBlocks(paragraph: Paragraph, lines: Lines): Flow[] {
  const box = boxIn(paragraph);
  if (box) {
    const [from, to] = box;
    const part = (...range: [number, number?]): Flow[] => {
      const some = paragraph.lines.slice(...range);
      return some.length === 0 ? [] : asBlocks({ ...paragraph, lines: some }, lines);
    };
    return [...part(0, from), drawn(paragraph.lines.slice(from, to)), ...part(to)];
  }
  const table = asTable(paragraph, lines);
  if (table) return [table];
  const lettered = isLettered(paragraph.lines);
  const marks = paragraph.lines.map(({ text }) => markOf(text) ?? (lettered ? letterOf(text) : undefined));
  const first = marks.findIndex((mark) => mark !== undefined);
  if (first === -1) return [paragraph];
  const blocks: Flow[] = first === 0 ? [] : [{ ...paragraph, lines: paragraph.lines.slice(0, first) }];
  const items: FlowItem[] = [];
  for (const [index, line] of paragraph.lines.entries()) {
    if (index < first) continue;
    const mark = marks[index];
    const last = items.at(-1);
    if (mark) items.push(itemOf(line, mark, lines));
    else if (last) items[items.length - 1] = goOn(last, line);
  }
  const ordered = marks[first]?.number !== undefined;
  return [...blocks, { form: "list", ordered, items, span: paragraph.span }];
}

/** The upper edge of a box that is drawn with characters, and a line that is drawn. */
const EDGE = /^(?:[┌╔╭┏]|\+[-=]{2,200}\+)/;
const DRAWN_LINE = /^[\u2500-\u257f|+]/;

/** @returns the lines of a paragraph that draw a box: the first, and the one behind the last */
function boxIn({ lines }: Paragraph): [number, number] | undefined {
  const from = lines.findIndex(({ source }) => EDGE.test(source.trim()));
  if (from === -1) return undefined;
  const after = lines.findIndex(({ source }, index) => index > from && !DRAWN_LINE.test(source.trim()));
  const to = after === -1 ? lines.length : after;
  return to - from >= 3 ? [from, to] : undefined;
}

/** What is drawn reads as it would between fences. */
function drawn(written: readonly FlowLine[]): Flow {
  const [first, last] = [written[0] as FlowLine, written.at(-1) as FlowLine];
  const { endLine, endColumn, end } = last.span;
  const value = written.map(({ source }) => source.trim()).join("\n");
  return { form: "fence", language: "", value, span: { ...first.span, end, endLine, endColumn } };
}

const LETTER = /^(?:\(([a-z])\)|([a-z])\))\s{1,4}(?=\S)/;

/** "a) ... b) ..." counts where two such lines follow each other. */
function isLettered(lines: readonly FlowLine[]): boolean {
  const letters = lines.flatMap(({ text }) => LETTER.exec(text)?.slice(1).filter(Boolean) ?? []);
  return letters.length > 1 && letters[0] === "a" && letters[1] === "b";
}

function letterOf(text: string): Mark | undefined {
  const whole = LETTER.exec(text)?.[0];
  return whole === undefined ? undefined : { length: whole.length };
}

interface Mark {
  length: number;
  number?: number;
}

function markOf(text: string): Mark | undefined {
  // "2.1.3 A clerk ..." keeps its number.
  if (DOTTED.test(text)) return { length: 0 };
  const bullet = BULLET.exec(text)?.[0];
  if (bullet !== undefined) return { length: bullet.length };
  const [whole, circled, bracketed, plain] = NUMBER.exec(text) ?? [];
  if (whole === undefined) return undefined;
  const number = circled ? circled.charCodeAt(0) - 0x245f : Number((bracketed ?? plain ?? "").normalize("NFKC"));
  return { length: whole.length, number };
}

function itemOf(line: FlowLine, { length, number }: Mark, lines: Lines): FlowItem {
  const start = line.span.start + length;
  const span = { ...lines.span(Math.min(start, line.span.end), line.span.end) };
  const text = line.text.slice(length);
  return {
    line: { ...line, text, source: line.source.slice(length), span },
    ...(number !== undefined && { number, shown: number }),
    children: [],
    span,
  };
}

function goOn(item: FlowItem, line: FlowLine): FlowItem {
  const { endLine, endColumn, end } = line.span;
  const span = { ...item.span, endLine, endColumn, end };
  return {
    ...item,
    line: { ...item.line, text: `${item.line.text} ${line.text}`, source: `${item.line.source}\n${line.source}`, span },
    span,
  };
}

function asTable({ lines: written, span }: Paragraph, lines: Lines): Flow | undefined {
  const rows = written.filter(({ source }) => !DASHES.test(source));
  if (rows.length < 2 || !rows.every(({ source }) => ROW.test(source))) return undefined;
  return {
    form: "table",
    header: [],
    rows: rows.map(({ source, span: { line } }) => ({
      cells: cellsOf(source, line, lines),
      span: lines.span(lines.offset(line, 1), lines.offset(line, 1) + source.length),
    })),
    span,
  };
}
