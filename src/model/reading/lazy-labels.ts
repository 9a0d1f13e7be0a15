import type { Flow, FlowItem, FlowLine, MarkdownDocument } from "../../markdown/index.ts";

type List = Extract<Flow, { form: "list" }>;

/** A line that only introduces what stands below it. */
const LABEL = /^(?:[^.:：!?。]{1,60}[:：]|\*\*[^*]{1,60}\*\*[:：]?|__[^_]{1,60}__[:：]?)$/;

/**
 * Markdown takes a label directly below an item for more of the item's text, and what follows for the same list.
 *
 * @param next what follows the list
 * @returns the list, and the labels and lists that it had swallowed
 */
export function withoutSwallowed(list: List, next: Flow | undefined, document: MarkdownDocument): Flow[] {
  const follows = next?.form === "list" || next?.form === "table";
  const at = list.items.findIndex((item, index) => labelIn(item, follows || index + 1 < list.items.length, document) !== undefined);
  const item = list.items[at];
  const label = item && labelIn(item, true, document);
  if (!item || label === undefined) return [list];
  const { lines } = document;
  const [own = "", swallowed = ""] = [label.before, label.text];
  const end = lines.offset(label.line, 1) - 1;
  const start = lines.offset(label.line, 1);
  const before: FlowItem = {
    ...item,
    line: { ...item.line, text: without(item.line.text, swallowed), source: own, span: lines.span(item.line.span.start, end) },
  };
  const bold = /^(\*\*|__)/.test(swallowed);
  const text = swallowed.replace(/\*\*|__/g, "");
  const paragraph: FlowLine = {
    text,
    source: swallowed,
    codes: [],
    span: lines.span(start, start + swallowed.length),
    ...(bold && { bold: text.replace(/[:：]$/, "") }),
    wholly: bold,
    struck: false,
    link: false,
  };
  const rest = list.items.slice(at + 1);
  return [
    { ...list, items: [...list.items.slice(0, at), before] },
    { form: "paragraph", lines: [paragraph], span: paragraph.span },
    ...(rest.length > 0 ? withoutSwallowed({ ...list, items: rest }, next, document) : []),
  ];
}

/** The label stands on the last line of the item's text, no further in than the item's mark, and something follows it. */
function labelIn({ line, span, children }: FlowItem, followed: boolean, { lines, text }: MarkdownDocument) {
  const { source } = line;
  const cut = source.lastIndexOf("\n");
  if (cut === -1 || children.length > 0 || !followed) return undefined;
  const last = line.span.endLine;
  const whole = lines.lineIn(text, last).trimEnd();
  if (whole.length - whole.trimStart().length >= span.column + 1 || !LABEL.test(whole.trim()) || /^\p{Ll}/u.test(whole)) return undefined;
  return { line: last, text: whole.trim(), before: source.slice(0, cut) };
}

function without(text: string, label: string): string {
  const bare = label.replace(/\*\*|__/g, "");
  return text.endsWith(bare) ? text.slice(0, -bare.length).trimEnd() : text;
}
