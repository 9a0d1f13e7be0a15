import type { Flow, FlowItem, FlowLine, Lines } from "../../markdown/index.ts";
import { cellsOf } from "./blocks/boxes.ts";

type Paragraph = Extract<Flow, { form: "paragraph" }>;

/** Marks of lists that Markdown does not know: bullets that are typed, circled numbers, numbers in full width or in parentheses. */
const BULLET = /^[•●▪◦‣∙·・○■□◆◇▶►➤➢✔✓–—]\s{0,4}(?=\S)|^-(?=[^\s\d-])/u;
const NUMBER = /^(?:([①-⑳])|[(（](\d{1,2}|[０-９]{1,2})[)）]|([０-９]{1,2}|\d{1,2}(?=[）．]))[．.）)、])\s{0,4}(?=\S)/u;
const DOTTED = /^\d{1,3}(?:\.\d{1,3}){1,4}[.)]?\s{1,4}\p{L}/u;
/** A line of a table without the line of dashes that Markdown wants. */
const ROW = /^\|.{0,4000}\|\s*$/s;
const DASHES = /^[\s|:-]{2,2000}$/;

/** @returns the lists and tables that a paragraph writes without Markdown, in their order; the paragraph itself where it writes none. */
export function asBlocks(paragraph: Paragraph, lines: Lines): Flow[] {
  const table = asTable(paragraph, lines);
  if (table) return [table];
  const marks = paragraph.lines.map(({ text }) => markOf(text));
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
