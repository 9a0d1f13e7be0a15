import type { Node } from "web-tree-sitter";
import { bodyOf, childrenOf, field, lineOf, type Turn, textOf, typeText } from "./convert.ts";
import { notesOf } from "./php-notes.ts";
import { type Fn, NOTHING, type Param } from "./tree.ts";

/** @returns a function with its parameters and its body. */
export function functionOf(node: Node, turn: Turn): Fn {
  return {
    t: "fn",
    name: field(node, "name")?.text,
    params: childrenOf(field(node, "parameters")).flatMap((one) => paramOf(one, turn)),
    returns: typeText(field(node, "return_type")),
    notes: notesOf(node, turn),
    body: bodyOf(field(node, "body"), turn, ["compound_statement"]),
    line: lineOf(field(node, "name") ?? node),
  };
}

function paramOf(node: Node, turn: Turn): Param[] {
  if (!node.type.endsWith("_parameter")) return [];
  const type = field(node, "type");
  const own = node.type === "property_promotion_parameter" ? { value: NOTHING } : {};
  return [
    {
      name: textOf(field(node, "name")).replace("$", ""),
      type: typeText(type),
      optional: type?.type === "optional_type",
      notes: notesOf(node, turn),
      line: lineOf(node),
      ...own,
    },
  ];
}
