import type { Blockquote, List as MdList, ListItem as MdListItem, Table as MdTable, Nodes, Paragraph } from "mdast";
import { inlineOf } from "./inline.ts";
import type { Lines } from "./lines.ts";
import type { Field, Inline, List, ListItem, Section, Span, Table } from "./types.ts";

/** What the readers of blocks share: the text and its lines. */
export interface Source {
  text: string;
  lines: Lines;
}

export function spanOf(node: Nodes, { lines }: Source): Span {
  return lines.span(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
}

type Contents = Pick<Section, "paragraphs" | "fields" | "lists" | "tables">;

/** Reads a section's own blocks into paragraphs, fields, lists and tables. */
export function readBlocks(nodes: readonly Nodes[], source: Source): Contents {
  const contents: Contents = { paragraphs: [], fields: [], lists: [], tables: [] };
  readInto(contents, nodes, source);
  return contents;
}

function readInto(contents: Contents, nodes: readonly Nodes[], source: Source): void {
  let open: Field | undefined;
  for (const node of nodes) {
    if (node.type === "paragraph") {
      const { fields, rest } = readParagraph(node, source);
      for (const field of fields) contents.fields.push(field);
      if (rest) contents.paragraphs.push(rest);
      if (open && rest && fields.length === 0 && isEmpty(open)) takeValue(open, rest);
      open = fields.at(-1);
    } else if (node.type === "list") {
      const { fields, rest } = readFieldItems(node, source);
      if (fields.length > 0) {
        for (const field of fields) contents.fields.push(field);
        if (rest) contents.lists.push(rest);
        // Below a label that stands alone, they are its entries as well: `**Dependencies**:` and `- **Store**: ...`.
        if (open && isEmpty(open)) extend(open, readList(node, source), "lists");
        open = undefined;
      } else {
        const list = readList(node, source);
        contents.lists.push(list);
        if (open && expectsMore(open)) extend(open, list, "lists");
      }
    } else if (node.type === "table") {
      const table = readTable(node, source);
      contents.tables.push(table);
      if (open && expectsMore(open)) extend(open, table, "tables");
    } else if (node.type === "blockquote") {
      readInto(contents, (node as Blockquote).children, source);
    }
  }
}

function isEmpty(field: Field): boolean {
  return field.value.text === "" && field.lists.length === 0 && field.tables.length === 0;
}

/** A label on a line of its own takes the paragraph below it as its value. */
function takeValue(field: Field, paragraph: Inline): void {
  field.value = paragraph;
  field.span = { ...field.span, end: paragraph.span.end, endLine: paragraph.span.endLine, endColumn: paragraph.span.endColumn };
}

/** A label without a value, or whose value ends with a colon, owns the lists and tables below it. */
function expectsMore(field: Field): boolean {
  return field.value.text === "" || /[:：]$/.test(field.value.text);
}

function extend(field: Field, part: List | Table, into: "lists" | "tables"): void {
  (field[into] as (List | Table)[]).push(part);
  field.span = { ...field.span, end: part.span.end, endLine: part.span.endLine, endColumn: part.span.endColumn };
}

/** Splits a paragraph at the labels that begin its lines. */
function readParagraph(node: Paragraph, source: Source): { fields: Field[]; rest?: Inline } {
  const starts = node.children.flatMap((_child, index) => (isLabel(node, index) ? [index] : []));
  const whole = spanOf(node, source);
  if (starts.length === 0) return { fields: [], rest: inlineOf(node.children, source.text, whole) };
  const fields = starts.map((start, order) => fieldOf(node, start, starts[order + 1] ?? node.children.length, source));
  const first = starts[0] ?? 0;
  if (first === 0) return { fields };
  const before = node.children.slice(0, first);
  const end = node.children[first]?.position?.start.offset ?? whole.end;
  return { fields, rest: inlineOf(before, source.text, source.lines.span(whole.start, end)) };
}

/** Bold text at the start of a line, followed by a colon inside or outside of the bold. */
function isLabel(paragraph: Paragraph, index: number): boolean {
  const node = paragraph.children[index];
  if (node?.type !== "strong") return false;
  const before = paragraph.children[index - 1];
  const startsLine =
    before === undefined ||
    before.type === "break" ||
    (before.type === "text" && before.value.slice(before.value.trimEnd().length).includes("\n"));
  if (!startsLine) return false;
  const inside = node.children.at(-1);
  if (inside?.type === "text" && /[:：]\s*$/.test(inside.value.slice(-8))) return true;
  const after = paragraph.children[index + 1];
  return after?.type === "text" && /^[:：]/.test(after.value);
}

function fieldOf(paragraph: Paragraph, start: number, end: number, source: Source): Field {
  const strong = paragraph.children[start] as Extract<(typeof paragraph.children)[number], { type: "strong" }>;
  const nodes = paragraph.children.slice(start + 1, end);
  const from = strong.position?.start.offset ?? 0;
  const to = nodes.at(-1)?.position?.end.offset ?? strong.position?.end.offset ?? from;
  const colon = source.text.slice(strong.position?.end.offset ?? from, to).match(/^[:：]?\s*/)?.[0].length ?? 0;
  const value = inlineOf(nodes, source.text, source.lines.span((strong.position?.end.offset ?? from) + colon, to));
  value.text = value.text.replace(/^[:：]\s*/, "");
  const label = strong.children.map((child) => ("value" in child ? child.value : "")).join("");
  return { label: label.replace(/[:：]\s*$/, "").trim(), value, lists: [], tables: [], span: source.lines.span(from, to) };
}

/**
 * A list whose every item begins with a label is a list of fields: `- **Purpose**: ...`. So is one that begins with
 * two of them: a remark below the fields does not take their labels away.
 */
function readFieldItems(node: MdList, source: Source): { fields: Field[]; rest?: List } {
  if (node.ordered) return { fields: [] };
  const items = node.children.map((item) => ({ item, field: fieldItem(item, source) }));
  const labelled = items.flatMap(({ field }) => field ?? []);
  const others = items.flatMap(({ item, field }) => (field ? [] : [item]));
  const [first, last] = [others[0], others.at(-1)];
  if (!first?.position || !last?.position) return { fields: labelled };
  if (!items.slice(0, 2).every(({ field }) => field) || labelled.length < 2) return { fields: [] };
  return {
    fields: labelled,
    rest: readList({ ...node, children: others, position: { start: first.position.start, end: last.position.end } }, source),
  };
}

function fieldItem(item: MdListItem, source: Source): Field | undefined {
  const [first, ...rest] = item.children;
  if (first?.type !== "paragraph" || !isLabel(first, 0)) return undefined;
  const field = fieldOf(first, 0, first.children.length, source);
  for (const child of rest) {
    if (child.type === "list") extend(field, readList(child, source), "lists");
    else if (child.type === "table") extend(field, readTable(child, source), "tables");
    else if (child.type === "paragraph" && isEmpty(field)) field.value = inlineOf(child.children, source.text, spanOf(child, source));
  }
  return field;
}

export function readList(node: MdList, source: Source): List {
  return {
    ordered: node.ordered === true,
    items: node.children.map((item) => readItem(item, source)),
    span: spanOf(node, source),
  };
}

function readItem(item: MdListItem, source: Source): ListItem {
  const own = item.children.filter((child) => child.type === "paragraph");
  const first = own[0];
  const last = own.at(-1);
  const span = first && last ? source.lines.span(spanOf(first, source).start, spanOf(last, source).end) : spanBeforeLists(item, source);
  const inline = first
    ? inlineOf(
        own.flatMap((child) => child.children),
        source.text,
        span,
      )
    : inlineOf([], "", span);
  const lists = item.children.filter((child) => child.type === "list").map((child) => readList(child, source));
  return { ...inline, lists };
}

/** What an item without words of its own holds in lists is theirs. */
function spanBeforeLists(item: MdListItem, source: Source): Span {
  const { start, end } = spanOf(item, source);
  const list = item.children.find((child) => child.type === "list");
  return source.lines.span(start, list ? spanOf(list, source).start : end);
}

export function readTable(node: MdTable, source: Source): Table {
  const rows = node.children.map((row) => row.children.map((cell) => readCell(cell, source)));
  return { header: rows[0] ?? [], rows: rows.slice(1), span: spanOf(node, source) };
}

/** A cell's own span covers the pipes; the text in it is what a finding should point at. */
export function readCell(cell: MdTable["children"][number]["children"][number], source: Source): Inline {
  const first = cell.children[0];
  const last = cell.children.at(-1);
  const span = first && last ? source.lines.span(spanOf(first, source).start, spanOf(last, source).end) : spanOf(cell, source);
  return first ? inlineOf(cell.children, source.text, span) : { text: "", source: "", codes: [], span };
}
