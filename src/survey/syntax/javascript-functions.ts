import type { Node } from "web-tree-sitter";
import { bodyOf, childOf, childrenOf, field, lineOf, type Turn, typeText } from "./convert.ts";
import { type Call, type Fn, NOTHING, type Param } from "./tree.ts";

/** @returns a function, an arrow or a method, with its parameters. */
export function functionOf(node: Node, turn: Turn): Fn {
  const one = field(node, "parameter");
  return {
    t: "fn",
    name: field(node, "name")?.text.replace(/^["']|["']$/g, ""),
    params: one
      ? [{ name: one.text, notes: [], line: lineOf(one) }]
      : childrenOf(field(node, "parameters")).flatMap((child) => paramOf(child, turn)),
    returns: typeText(field(node, "return_type")),
    notes: [],
    body: bodyOf(field(node, "body"), turn, ["statement_block"]),
    line: lineOf(node),
  };
}

function paramOf(node: Node, turn: Turn): Param[] {
  if (node.type === "comment") return [];
  const name = field(node, "pattern") ?? field(node, "left") ?? node;
  const value = field(node, "value");
  return [
    {
      name: name.text.slice(0, 200),
      type: typeText(field(node, "type")),
      optional: node.type === "optional_parameter" || value !== null,
      notes: decorators(childrenOf(node, "decorator"), turn),
      line: lineOf(node),
      // A property that the constructor declares.
      ...(childOf(node, "accessibility_modifier", "override_modifier") || node.text.startsWith("readonly ") ? { value: NOTHING } : {}),
    },
  ];
}

/** @returns decorators as the calls that they are. */
export function decorators(nodes: readonly Node[], turn: Turn): Call[] {
  return nodes.flatMap((node): Call[] => {
    const inner = turn(node.firstNamedChild);
    if (inner.t === "call") return [inner];
    return inner.t === "name" || inner.t === "member" ? [{ t: "call", fn: inner, args: [], named: {}, line: lineOf(node) }] : [];
  });
}
