import type { CodeBlock, MarkdownDocument, Span } from "../../markdown/index.ts";
import { isMermaid } from "./mermaid.ts";
import type { CodeFact, Container } from "./types.ts";

/** A text of a document that may hold code, and the way back from its offsets to the document's. */
export interface Contained {
  text: string;
  container: Container;
  /** The block that the text is; absent for inline code and prose. */
  block?: CodeBlock;
  spanOf(fact: Pick<CodeFact, "start" | "end">): Span;
}

/** @returns every text of a document: its blocks, its inline code, and what is left, as one prose. Comments are left out. */
export function containersOf(markdown: MarkdownDocument): Contained[] {
  const { text, prose, lines, inlineCodes, blocks } = markdown;
  // What stands in a comment is blanked in the prose.
  const visible = inlineCodes.filter(({ span }) => prose[span.start] === text[span.start]);
  return [
    ...blocks.map((block) => blockOf(block, markdown)),
    ...visible.map(({ span }) => inlineOf(span, markdown)),
    { text: withoutInline(), container: { form: "prose" }, spanOf: ({ start, end }) => lines.span(start, end) },
  ];

  /** A table's cell and a paragraph are told from inline code by what is blanked; offsets stay. */
  function withoutInline(): string {
    let rest = "";
    let at = 0;
    for (const { span } of visible) {
      rest += prose.slice(at, span.start) + spaces(text.slice(span.start, span.end));
      at = span.end;
    }
    return rest + prose.slice(at);
  }
}

function spaces(text: string): string {
  return text.includes("\n") ? text.replace(/[^\n]/g, " ") : " ".repeat(text.length);
}

function inlineOf(span: Span, { text, lines }: MarkdownDocument): Contained {
  const source = text.slice(span.start, span.end);
  const ticks = /^`*/.exec(source)?.[0].length ?? 0;
  const from = span.start + ticks;
  const inner = source
    .slice(ticks, source.length - ticks)
    .replace(/\s/g, " ")
    .trimEnd();
  return { text: inner, container: { form: "inline" }, spanOf: ({ start, end }) => lines.span(from + start, from + end) };
}

/** A block's value has lost its indent and its quote marks, so that lines count, and the words are looked up in them. */
function blockOf(block: CodeBlock, { text, lines }: MarkdownDocument): Contained {
  const value = block.form === "html" ? decode(block.value) : block.value;
  const first = block.span.line + (block.form === "fenced" ? 1 : 0);
  const form = isMermaid(block) ? "label" : "block";
  // What only calls itself Mermaid is read as if it had no name.
  const language = block.language === "mermaid" ? "" : block.language;
  return { text: value, container: { form, language }, block, spanOf };

  function spanOf({ start, end }: Pick<CodeFact, "start" | "end">): Span {
    const words = value.slice(start, end).split("\n")[0] ?? "";
    const line = first + value.slice(0, start).split("\n").length - 1;
    const from = lines.offset(line, 1);
    const at =
      text
        .slice(from, Math.min(block.span.end, from + 10_000))
        .split("\n")[0]
        ?.indexOf(words) ?? -1;
    return at < 0 ? block.span : lines.span(from + at, from + at + words.length);
  }
}

function decode(html: string): string {
  const entities: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', "#39": "'" };
  return html
    .replace(/<\/?(?:code|pre|samp|span|b|i|em|strong)\b[^>\n]{0,200}>/gi, "")
    .replace(/&(lt|gt|amp|quot|#39);/g, (_, name: string) => entities[name] ?? "");
}
