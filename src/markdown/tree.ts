import type { Nodes, Root } from "mdast";
import { DEEPEST } from "./nesting.ts";
import { parseText } from "./parse.ts";

/**
 * @param text Markdown without a byte order mark
 * @returns its tree with positions, for who shows all of it; what is nested deeper than is read is cut off
 */
export function readTree(text: string): Root {
  const { tree } = parseText(text);
  cut(tree, 0);
  return tree;
}

function cut(node: Nodes, depth: number): void {
  if (!("children" in node)) return;
  if (depth === DEEPEST) node.children = [];
  for (const child of node.children) cut(child as Nodes, depth + 1);
}
