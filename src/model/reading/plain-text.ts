import type { Flow, FlowItem, FlowLine, Lines, MarkdownDocument } from "../../markdown/index.ts";
import { flatTable } from "./plain-tables.ts";
import { type RawLine, titlesIn } from "./plain-titles.ts";
import type { Reader } from "./signs.ts";

/** So many titles make sections of a text. */
const FEWEST_TITLES = 2;
/** What only Markdown writes: headings, fences, bold labels, tables and boxes. */
const MARKDOWN = /^\s{0,3}(?:#{1,6}\s|```|~~~|\||[┌╔╭┏+][-=─═━])|\*\*\S|^\s{0,3}\S.{0,200}\n\s{0,3}(?:={3,}|-{3,})\s*$/mu;
const MARK = /^(?:[-*+•●▪◦‣·○–—✓✔]|(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zа-я])[.)])\s{1,8}(?=\S)/u;
/** A line that is longer and ends in the middle of a sentence goes on in the next one. */
const WRAPPED = 60;

/**
 * Reads a text that has no Markdown in it, as it comes out of a text editor or a word processor: numbered lines, lines in capitals
 * and known headings are titles, and each line below them is a point.
 *
 * @returns its blocks; undefined where the text is Markdown, or has no titles either
 */
export function plainFlow({ text, lines, frontMatter }: MarkdownDocument, reader: Reader): Flow[] | undefined {
  if (MARKDOWN.test(text)) return undefined;
  const raw = rawLines(text, frontMatter.span?.endLine ?? 0);
  const titles = titlesIn(raw, reader);
  if (titles.size < FEWEST_TITLES) return undefined;
  const flows: Flow[] = [];
  let below: RawLine[] = [];
  const flush = () => {
    const pasted = flows.length > 0 ? flatTable(below, reader, lines) : undefined;
    flows.push(...blocksOf(pasted?.before ?? below, flows.length > 0, lines), ...(pasted ? [pasted.table] : []));
    below = [];
  };
  for (const [at, line] of raw.entries()) {
    const depth = titles.get(at);
    if (depth === undefined) below.push(line);
    else {
      flush();
      // The text has no title of its own above them.
      flows.push({ form: "heading", depth: depth + 1, line: lineOf([line], 0, lines) });
    }
  }
  flush();
  return flows;
}

/** So many of the lines of a block are sentences where it is no code. */
const SENTENCES = 0.4;
const SENTENCE = /^(?:\S{0,3}\s{0,9})?(?:[\p{L}\p{N}«»"„“'(),.:;!?%/–—-]{1,40}\s{1,4}){3,200}\S{1,60}$/u;
const CODE = /[{}=<>$\\]|\(\)|;$|\s--?[a-z]|[\u2500-\u257f]/u;

/** @returns what a text says that is set in so far that Markdown takes it for code; undefined where it is code */
export function indentedBlocks(
  { span, value }: { span: { line: number; endLine: number }; value: string },
  { text, lines }: MarkdownDocument,
): Flow[] | undefined {
  const written = value.split("\n").filter((line) => line.trim() !== "");
  const said = written.filter((line) => SENTENCE.test(line.trim()) && !CODE.test(line)).length;
  if (span.endLine - span.line !== value.trimEnd().split("\n").length - 1 || said === 0 || said < written.length * SENTENCES)
    return undefined;
  const raw = rawLines(text, span.line - 1).filter(({ line }) => line <= span.endLine);
  const base = Math.min(...raw.map(({ indent }) => indent));
  return blocksOf(
    raw.map((line) => ({ ...line, indent: line.indent - base })),
    true,
    lines,
  );
}

function rawLines(text: string, from: number): RawLine[] {
  const found: RawLine[] = [];
  let apart = true;
  for (const [index, source] of text.split("\n").entries()) {
    const trimmed = source.trim();
    if (index < from || /^[-=_*~\s]*$/.test(source)) apart = true;
    else {
      const space = source.slice(0, source.length - source.trimStart().length).replace(/\t/g, "    ");
      found.push({ line: index + 1, text: trimmed, indent: space.length, apart });
      apart = false;
    }
  }
  return found;
}

/** A point: the lines that say it, how far it is set in, and what stands below it. */
interface Point {
  lines: RawLine[];
  mark: number;
  indent: number;
  children: Point[];
}

/** What stands above the first title is prose; below one, each point is an item. */
function blocksOf(raw: readonly RawLine[], titled: boolean, lines: Lines): Flow[] {
  const points = pointsIn(raw);
  if (points.length === 0) return [];
  if (!titled || points.every((point) => isProse(point)))
    return points.map((point) => ({ form: "paragraph", lines: [lineOf(point.lines, point.mark, lines)], span: spanOf(point, lines) }));
  const items = nest(points).map((point) => itemOf(point, lines));
  const [first, last] = [items[0] as FlowItem, items.at(-1) as FlowItem];
  return [{ form: "list", ordered: false, items, span: lines.span(first.span.start, last.span.end) }];
}

function pointsIn(raw: readonly RawLine[]): Point[] {
  const points: Point[] = [];
  for (const line of raw) {
    const last = points.at(-1);
    const mark = MARK.exec(line.text)?.[0].length ?? 0;
    if (last && mark === 0 && goesOn(last, line)) last.lines.push(line);
    else points.push({ lines: [line], mark, indent: line.indent, children: [] });
  }
  return points;
}

function goesOn({ lines }: Point, { text, apart }: RawLine): boolean {
  const last = lines.at(-1)?.text ?? "";
  if (apart || /[.;:!?。；：！？]$/u.test(last)) return false;
  return last.length >= WRAPPED || /^\p{Ll}/u.test(text);
}

/** Several sentences in a row, without a mark in front of them. */
function isProse({ lines, mark }: Point): boolean {
  const text = lines.map((line) => line.text).join(" ");
  return mark === 0 && (text.match(/[.!?](?=\s{1,4}\p{Lu})|[。！？]/gu)?.length ?? 0) >= 2;
}

/** What is set in further belongs to the point above it; so do marked points below one that ends in a colon. */
function nest(points: readonly Point[]): Point[] {
  const top: Point[] = [];
  const open: Point[] = [];
  for (const point of points) {
    for (let last = open.at(-1); last && !isUnder(point, last); last = open.at(-1)) open.pop();
    (open.at(-1)?.children ?? top).push(point);
    open.push(point);
  }
  return top;
}

function isUnder(point: Point, above: Point): boolean {
  if (point.indent !== above.indent) return point.indent > above.indent;
  return point.mark > 0 && above.mark === 0 && /[:：]$/.test(above.lines.at(-1)?.text ?? "");
}

function itemOf(point: Point, lines: Lines): FlowItem {
  const children = point.children.map((child) => itemOf(child, lines));
  const span = spanOf(point, lines);
  return {
    line: lineOf(point.lines, point.mark, lines),
    children:
      children.length === 0
        ? []
        : [
            {
              form: "list",
              ordered: false,
              items: children,
              span: lines.span(children[0]?.span.start ?? 0, children.at(-1)?.span.end ?? 0),
            },
          ],
    span,
  };
}

function spanOf({ lines: written, mark }: Point, lines: Lines) {
  return lineOf(written, mark, lines).span;
}

function lineOf(written: readonly RawLine[], mark: number, lines: Lines): FlowLine {
  const [first, last] = [written[0] as RawLine, written.at(-1) as RawLine];
  const text = written
    .map((line) => line.text)
    .join(" ")
    .slice(mark);
  const start = lines.offset(first.line, 1) + mark;
  const end = lines.offset(last.line, 1) + last.indent + last.text.length;
  return { text, source: text, codes: [], span: lines.span(start, end), wholly: false, struck: false, link: false };
}
