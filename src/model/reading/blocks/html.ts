import type { Flow, FlowItem, FlowLine, Inline, Span } from "../../../markdown/index.ts";

const TAG = /<(\/?)([a-zA-Z][a-zA-Z0-9]{0,15})(?:\s[^<>]{0,1000})?\/?>/g;
const ENTITIES: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', nbsp: " ", apos: "'" };

/** A piece of HTML that holds text: the tag around it, where it begins, what it says. */
interface Piece {
  tag: string;
  text: string;
  start: number;
  end: number;
}

/**
 * Reads a block of HTML as the blocks that Markdown would write for it: tables, lists, headings, paragraphs and the summaries
 * of toggles, as exports of other tools hold them.
 *
 * @param spanAt gives the span of two offsets in the block
 */
export function readHtml(value: string, spanAt: (start: number, end: number) => Span): Flow[] {
  if (value.startsWith("<!--")) return [];
  const flows: Flow[] = [];
  let row: Inline[] | undefined;
  let table: Extract<Flow, { form: "table" }> | undefined;
  let headed = false;
  for (const { tag, text, start, end } of piecesOf(value)) {
    if (tag === STRAY) flows.push(...strayIn(value.slice(start, end), start, spanAt));
    else if (tag === "table") {
      table = { form: "table", header: [], rows: [], span: spanAt(start, end) };
      headed = false;
      flows.push(table);
    } else if (tag === "tr" && table) {
      row = [];
      table.rows.push({ cells: row, span: spanAt(start, end) });
    } else if ((tag === "td" || tag === "th") && row && table) {
      row.push(inline(text, spanAt(start, end)));
      if (tag === "th") headed = true;
      if (headed && table.header.length === 0 && table.rows.length > 1) table.header = table.rows.shift()?.cells ?? [];
    } else if (text === "") continue;
    else if (tag === "li") flows.push({ form: "list", ordered: false, items: [item(text, spanAt(start, end))], span: spanAt(start, end) });
    else if (/^h[1-6]$/.test(tag)) flows.push({ form: "heading", depth: Number(tag[1]), line: line(text, spanAt(start, end), false) });
    else if (tag === "summary") flows.push({ form: "paragraph", lines: [line(text, spanAt(start, end), true)], span: spanAt(start, end) });
    else if (tag === "p") flows.push({ form: "paragraph", lines: [line(text, spanAt(start, end), false)], span: spanAt(start, end) });
  }
  return flows;
}

/** Text that no element holds: Markdown that follows a tag without a blank line between them. */
const STRAY = "";
const HEADING = /^(#{1,6})\s{1,4}(?=\S)/;
const ITEM = /^(?:[-*+]|\d{1,4}[.)])\s{1,4}(?=\S)/;

/** @returns what lines of Markdown state that a tag above them keeps from being read as such */
function strayIn(value: string, from: number, spanAt: (start: number, end: number) => Span): Flow[] {
  let at = from;
  const flows: Flow[] = [];
  for (const source of value.split("\n")) {
    const start = at + (source.length - source.trimStart().length);
    at += source.length + 1;
    const written = source.trim();
    const heading = HEADING.exec(written);
    const mark = (heading ?? ITEM.exec(written))?.[0].length ?? 0;
    const text = clean(
      written
        .slice(mark)
        .replace(TAG, " ")
        .replace(/\*\*|__/g, ""),
    );
    if (!/\p{L}/u.test(text)) continue;
    const span = spanAt(start + mark, start + written.length);
    const last = flows.at(-1);
    if (heading) flows.push({ form: "heading", depth: heading[1]?.length ?? 1, line: line(text, span, false) });
    else if (mark > 0) flows.push({ form: "list", ordered: false, items: [item(text, span)], span });
    else if (last?.form === "paragraph") last.lines.push(line(text, span, false));
    else flows.push({ form: "paragraph", lines: [line(text, span, false)], span });
  }
  return flows;
}

const HOLDS = /^(?:table|tr|td|th|li|h[1-6]|summary|p)$/;

function piecesOf(value: string): Piece[] {
  const pieces: Piece[] = [];
  let open: { tag: string; start: number; text: string } | undefined;
  let at = 0;
  let closed = 0;
  const close = (end: number, behind: number) => {
    if (open) pieces.push({ tag: open.tag, text: clean(open.text), start: open.start, end });
    else if (closed < end) pieces.push({ tag: STRAY, text: "", start: closed, end });
    open = undefined;
    closed = behind;
  };
  for (const match of value.matchAll(TAG)) {
    const [whole, slash, name = ""] = match;
    const tag = name.toLowerCase();
    if (open) open.text += `${value.slice(at, match.index)}${tag === "br" ? " " : ""}`;
    at = match.index + whole.length;
    if (!HOLDS.test(tag)) continue;
    close(match.index, at);
    if (slash === "") open = { tag, start: at, text: "" };
  }
  if (open) open.text += value.slice(at);
  close(value.length, value.length);
  return pieces;
}

function clean(text: string): string {
  return text
    .replace(/&(#?\w{1,10});/g, (entity, name: string) => ENTITIES[name.toLowerCase()] ?? entity)
    .replace(/\s+/g, " ")
    .trim();
}

function inline(text: string, span: Span): Inline {
  return { text, source: text, codes: [], span };
}

function line(text: string, span: Span, wholly: boolean): FlowLine {
  return { ...inline(text, span), ...(wholly && { bold: text }), wholly, struck: false, link: false };
}

function item(text: string, span: Span): FlowItem {
  return { line: line(text, span, false), children: [], span };
}
