import type { Nodes, PhrasingContent } from "mdast";
import { singleSpaced } from "../text/spaces.ts";
import type { Inline, Span } from "./types.ts";

/** @returns the node's text as a reader sees it, without markup and comments. */
export function plainText(node: Nodes | PhrasingContent): string {
  switch (node.type) {
    case "text":
    case "inlineCode":
    case "code":
      return node.value;
    case "break":
      return " ";
    case "image":
      return node.alt ?? "";
    case "html":
      // A cell's lines are apart.
      return /^<br\b/i.test(node.value) ? " " : "";
    case "footnoteReference":
      return "";
    default:
      return "children" in node ? node.children.map((child) => plainText(child as Nodes)).join("") : "";
  }
}

/** @returns the contents of every piece of inline code under the nodes. */
function codesIn(nodes: readonly Nodes[]): string[] {
  return nodes.flatMap((node) => {
    if (node.type === "inlineCode") return node.value;
    return "children" in node ? codesIn(node.children as Nodes[]) : [];
  });
}

/** @returns the nodes as one piece of text; `span` is where their source stands. */
export function inlineOf(nodes: readonly Nodes[], text: string, span: Span): Inline {
  const source = text.slice(span.start, span.end).trim();
  const [only] = nodes;
  // Most cells and items are nothing but text.
  if (nodes.length === 1 && only?.type === "text") return { text: singleSpaced(only.value).trim(), source, codes: [], span };
  return { text: singleSpaced(nodes.map(plainText).join("")).trim(), source, codes: codesIn(nodes), span };
}
