import type { List, ListItem, Nodes, Paragraph, PhrasingContent, Table } from "mdast";
import { readCell, type Source, spanOf } from "./blocks.ts";
import { inlineOf, plainText } from "./inline.ts";
import type { Flow, FlowItem, FlowLine, Span } from "./types.ts";

/** @returns the blocks of a text in reading order, nested as they are written, each line with what makes it stand out. */
export function readFlow(nodes: readonly Nodes[], source: Source): Flow[] {
  return nodes.flatMap((node) => flowOf(node, source));
}

function flowOf(node: Nodes, source: Source): Flow[] {
  switch (node.type) {
    case "heading":
      return [{ form: "heading", depth: node.depth, line: lineOf(node.children, spanOf(node, source), source) }];
    case "paragraph":
      return [{ form: "paragraph", lines: linesOf(node, source), span: spanOf(node, source) }];
    case "list":
      return [{ form: "list", ordered: node.ordered === true, items: itemsOf(node, source), span: spanOf(node, source) }];
    case "table":
      return [tableOf(node, source)];
    case "blockquote":
      return readFlow(node.children, source);
    case "code":
      return [{ form: "fence", language: (node.lang ?? "").toLowerCase(), value: node.value, span: spanOf(node, source) }];
    case "html":
      return [{ form: "html", value: node.value, span: spanOf(node, source) }];
    default:
      return [];
  }
}

function itemsOf(list: List, source: Source): FlowItem[] {
  return list.children.map((item, index) => itemOf(item, list.ordered ? (list.start ?? 1) + index : undefined, source));
}

/** An item's first paragraph is what it says; all that follows stands below it. */
function itemOf(item: ListItem, number: number | undefined, source: Source): FlowItem {
  const [first, ...rest] = item.children;
  const span = spanOf(item, source);
  const line =
    first?.type === "paragraph" ? lineOf(first.children, spanOf(first, source), source) : lineOf([], { ...span, end: span.start }, source);
  const below = first?.type === "paragraph" ? rest : item.children;
  return {
    line,
    number,
    shown: shownNumber(span, source) ?? number,
    checked: item.checked ?? undefined,
    children: readFlow(below, source),
    span,
  };
}

/** The number that the text shows; lists of one text may run on, and `2.` may be written for each. */
function shownNumber(span: Span, { text }: Source): number | undefined {
  const marker = /^(\d{1,6})[.)]/.exec(text.slice(span.start, span.start + 8));
  return marker ? Number(marker[1]) : undefined;
}

function tableOf(table: Table, source: Source): Flow {
  const rows = table.children.map((row) => ({ cells: row.children.map((cell) => readCell(cell, source)), span: spanOf(row, source) }));
  return { form: "table", header: rows[0]?.cells ?? [], rows: rows.slice(1), span: spanOf(table, source) };
}

/** Splits a paragraph into the lines in which it is written. */
function linesOf({ children, position }: Paragraph, source: Source): FlowLine[] {
  const groups: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === "break") groups.push([]);
    else if (child.type === "text" && child.value.includes("\n")) {
      for (const [index, value] of child.value.split("\n").entries()) {
        if (index > 0) groups.push([]);
        if (value !== "") groups.at(-1)?.push({ type: "text", value });
      }
    } else groups.at(-1)?.push(child);
  }
  const start = position?.start.offset ?? 0;
  const end = position?.end.offset ?? start;
  let from = start;
  return groups.map((group, index) => {
    const newline = index === groups.length - 1 ? -1 : source.text.indexOf("\n", from);
    const to = newline === -1 || newline > end ? end : newline;
    const indent = /^[ \t>]{0,200}/.exec(source.text.slice(from, Math.min(to, from + 200)))?.[0].length ?? 0;
    const line = lineOf(group, source.lines.span(Math.min(from + indent, to), to), source);
    from = to + 1;
    return line;
  });
}

const WORD = /[\p{L}\p{N}]/u;

function lineOf(nodes: readonly PhrasingContent[], span: Span, source: Source): FlowLine {
  const inline = inlineOf(nodes as Nodes[], source.text, span);
  const telling = nodes.filter((node) => node.type !== "html" && (node.type !== "text" || WORD.test(node.value)));
  const [first, ...others] = telling;
  const bold = first?.type === "strong" ? plainText(first).trim() : undefined;
  const code = first?.type === "inlineCode" ? first.value : undefined;
  const link = (first?.type === "link" || first?.type === "image") && others.length === 0;
  return { ...inline, bold, code, wholly: wholly(telling), struck: isStruck(telling, inline.text), link };
}

/** A line that is one piece of bold text, as headings are written where headings cannot be. */
function wholly(telling: readonly PhrasingContent[]): boolean {
  return telling.length > 0 && telling.every(({ type }) => type === "strong");
}

/** Most of what it says is struck out. */
function isStruck(telling: readonly PhrasingContent[], text: string): boolean {
  const struck = telling.filter(({ type }) => type === "delete").reduce((length, node) => length + plainText(node).length, 0);
  return struck > 0 && struck * 2 >= text.length;
}
