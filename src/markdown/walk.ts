import type { Nodes } from "mdast";
import { type Source, spanOf } from "./blocks.ts";
import { inlineOf } from "./inline.ts";
import { DEEPEST } from "./nesting.ts";
import { htmlLinks } from "./raw-links.ts";
import type { CodeBlock, Comment, Inline, Link, MarkdownDocument, Span } from "./types.ts";

type Gathered = Pick<MarkdownDocument, "blocks" | "links" | "comments" | "inlineCodes" | "tooDeep" | "definitions"> & {
  /** Stretches that are no prose. */
  blanks: Span[];
  htmlAnchors: string[];
};

/** Collects what checks ask of a whole document, wherever it is nested, in one walk; cuts off what is nested too deep. */
export function gather(root: Nodes, source: Source): Gathered {
  const found: Gathered = { blocks: [], links: [], comments: [], inlineCodes: [], definitions: [], blanks: [], htmlAnchors: [] };
  const definitions = new Map<string, string>();
  const references: { identifier: string; node: Nodes }[] = [];
  visit(root, 0);
  for (const { identifier, node } of references) {
    const url = definitions.get(identifier);
    if (url !== undefined) found.links.push(linkOf(node, url, source));
  }
  return found;

  function visit(node: Nodes, depth: number): void {
    switch (node.type) {
      case "yaml":
        found.blanks.push(spanOf(node, source));
        return;
      case "code":
        found.blocks.push(codeBlock(node, source));
        found.blanks.push(spanOf(node, source));
        return;
      case "inlineCode": {
        const inline: Inline = inlineOf([node], source.text, spanOf(node, source));
        found.inlineCodes.push(inline);
        return;
      }
      case "html":
        html(node.value, spanOf(node, source));
        return;
      case "link":
      case "image":
        found.links.push(linkOf(node, node.url, source));
        found.blanks.push(...addressOf(node, source));
        break;
      case "linkReference":
      case "imageReference":
        references.push({ identifier: node.identifier, node });
        break;
      case "definition":
        definitions.set(node.identifier, node.url);
        found.definitions.push(node.label ?? node.identifier);
        found.blanks.push(spanOf(node, source));
        return;
    }
    if (!("children" in node)) return;
    const [first] = node.children;
    if (depth === DEEPEST && first) {
      found.tooDeep ??= spanOf(first, source);
      node.children = [];
    }
    for (const child of node.children) visit(child as Nodes, depth + 1);
  }

  function html(value: string, span: Span): void {
    for (const comment of commentsIn(value, span, source)) {
      found.comments.push(comment);
      found.blanks.push(comment.span);
    }
    const block = /<pre\b[^>]{0,300}>([\s\S]*?)(?:<\/pre>|$)/i.exec(value);
    if (block) {
      found.blocks.push({ form: "html", language: "", value: block[1] ?? "", span });
      found.blanks.push(span);
    }
    found.links.push(...htmlLinks(value, span, source));
    for (const anchor of value.matchAll(/<[a-z][^>]{0,300}?\s(?:id|name)=["']([^"']{1,300})["']/gi))
      found.htmlAnchors.push(anchor[1] ?? "");
  }
}

function codeBlock(node: Extract<Nodes, { type: "code" }>, source: Source): CodeBlock {
  const span = spanOf(node, source);
  const fenced = /^\s*(?:`{3}|~{3})/.test(source.text.slice(span.start, span.end));
  return {
    form: fenced ? "fenced" : "indented",
    language: (node.lang ?? "").toLowerCase(),
    value: node.value,
    span,
  };
}

function linkOf(node: Nodes, url: string, source: Source): Link {
  const text = inlineOf("children" in node ? (node.children as Nodes[]) : [node], source.text, spanOf(node, source)).text;
  return { url, text, image: node.type === "image" || node.type === "imageReference", span: spanOf(node, source) };
}

/** The part of a link's source that no reader sees: from the end of its text to the end of the link. */
function addressOf(node: Extract<Nodes, { type: "link" | "image" }>, source: Source): Span[] {
  const span = spanOf(node, source);
  const last = "children" in node ? node.children.at(-1)?.position?.end.offset : undefined;
  // An autolink's text is its address; an image's text is its alternative text.
  return last === undefined || last >= span.end ? [] : [source.lines.span(last, span.end)];
}

function* commentsIn(value: string, span: Span, source: Source): Generator<Comment> {
  for (let open = value.indexOf("<!--"); open !== -1; ) {
    const close = value.indexOf("-->", open + 4);
    const end = close === -1 ? value.length : close + 3;
    const text = value.slice(open + 4, close === -1 ? value.length : close).trim();
    yield { text, span: source.lines.span(span.start + open, span.start + end) };
    open = value.indexOf("<!--", end);
  }
}
