import type { Flow, FlowItem, FlowLine, MarkdownDocument } from "../../markdown/index.ts";
import { numberedTitlesIn, type RawLine } from "./plain-titles.ts";
import type { Reader } from "./signs.ts";

/** So many numbered titles make chapters of a text, and so many headings of Markdown leave no room for them. */
const FEWEST_TITLES = 3;
const MOST_HEADINGS = 1;

/**
 * Finds the titles of a text that uses Markdown for all but them: "3. Storage" and "3.1. Tables" on lines of their own, above lists,
 * blocks of code and tables. Markdown takes them for lists of one item and for paragraphs.
 *
 * @returns the blocks with those lines as headings; the blocks as they are where the text has headings, or no such lines
 */
export function withNumberedTitles(flows: readonly Flow[], document: MarkdownDocument, reader: Reader): Flow[] {
  if (flows.filter(({ form }) => form === "heading").length > MOST_HEADINGS) return [...flows];
  const lines = linesOf(flows, document);
  const titles = new Map([...numberedTitlesIn(lines, reader)].map(([at, depth]) => [lines[at]?.line ?? 0, depth]));
  const chapters = [...titles.values()].filter((depth) => depth === 1).length;
  if (titles.size < FEWEST_TITLES || chapters < 2) return [...flows];
  return flows.flatMap((flow) => split(flow, titles, document));
}

/** The lines that may be titles, and those between them. */
function linesOf(flows: readonly Flow[], { text }: MarkdownDocument): RawLine[] {
  const inside = new Set(flows.flatMap((flow) => (flow.form === "fence" || flow.form === "table" ? range(flow.span) : [])));
  const found: RawLine[] = [];
  let apart = true;
  for (const [index, source] of text.split("\n").entries()) {
    const line = index + 1;
    if (source.trim() === "") apart = true;
    else {
      const written = inside.has(line) ? "`" : source.trim().replace(/^(?:\*\*|__)|(?:\*\*|__)$/g, "");
      found.push({ line, text: written, indent: source.search(/\S/), apart });
      apart = false;
    }
  }
  return found;
}

function range({ line, endLine }: { line: number; endLine: number }): number[] {
  return Array.from({ length: endLine - line + 1 }, (_, index) => line + index);
}

function split(flow: Flow, titles: ReadonlyMap<number, number>, document: MarkdownDocument): Flow[] {
  if (flow.form === "paragraph") return splitParagraph(flow, titles);
  if (flow.form !== "list") return [flow];
  const parts: Flow[] = [];
  for (const item of flow.items) {
    const depth = item.children.length === 0 ? titles.get(item.line.span.line) : undefined;
    const last = parts.at(-1);
    if (depth !== undefined) parts.push(...titled(item, depth, document));
    else if (last?.form === "list") last.items.push(item);
    else parts.push({ ...flow, items: [item] });
  }
  return parts;
}

/** What stands on the lines directly below the title of an item is no part of it. */
function titled({ line, shown }: FlowItem, depth: number, { lines }: MarkdownDocument): Flow[] {
  const { span } = line;
  const [first = "", ...below] = line.source.split("\n");
  if (below.length === 0) return [heading(line, depth, shown)];
  const start = lines.offset(span.line + 1, 1);
  const rest = below.map((source) => source.trim()).join(" ");
  return [
    heading({ ...line, text: first.trim(), source: first, span: lines.span(span.start, start - 1) }, depth, shown),
    {
      form: "paragraph",
      lines: [{ ...line, text: rest, source: rest, bold: undefined, wholly: false, span: lines.span(start, span.end) }],
      span: lines.span(start, span.end),
    },
  ];
}

function splitParagraph(flow: Extract<Flow, { form: "paragraph" }>, titles: ReadonlyMap<number, number>): Flow[] {
  const parts: Flow[] = [];
  for (const line of flow.lines) {
    const depth = titles.get(line.span.line);
    const last = parts.at(-1);
    if (depth !== undefined) parts.push(heading(line, depth));
    else if (last?.form === "paragraph") last.lines.push(line);
    else parts.push({ ...flow, lines: [line] });
  }
  return parts;
}

/** The text may have a title of its own above them. */
function heading(line: FlowLine, depth: number, shown?: number): Flow {
  const text = shown === undefined ? line.text : `${shown}. ${line.text}`;
  return { form: "heading", depth: depth + 1, line: { ...line, text } };
}
