import type { Node } from "web-tree-sitter";
import { bodyOf, childOf, childrenOf, field, lineOf, note, type Turn, textOf, typeText } from "./convert.ts";
import type { Call, Expr, Fn, Param } from "./tree.ts";

/** @returns what a call is given: in order, and by name. */
export function argsOf(node: Node | null | undefined, turn: Turn): { args: Expr[]; named: Record<string, Expr> } {
  const args: Expr[] = [];
  const rest: Record<string, Expr> = {};
  for (const child of childrenOf(node, "argument", "attribute_argument")) {
    const name = field(child, "name");
    const inner = child.namedChildren.find(({ id, type }) => id !== name?.id && type !== "comment");
    const value = turn(inner);
    if (name) rest[name.text] = value;
    else if (value.t === "assign" && value.to.t === "name") rest[value.to.v] = value.value;
    else args.push(value);
  }
  return { args, named: rest };
}

export const notesOf = (node: Node, turn: Turn): Call[] =>
  childrenOf(node, "attribute_list").flatMap((list) =>
    childrenOf(list, "attribute").map((one) => {
      const { args, named: rest } = argsOf(childOf(one, "attribute_argument_list"), turn);
      return note(
        one,
        textOf(field(one, "name"))
          .split(".")
          .at(-1)
          ?.replace(/Attribute$/, "")
          .split("<")[0] ?? "",
        args,
        rest,
      );
    }),
  );

/** @returns a function with its parameters and its body. */
export function functionOf(node: Node, turn: Turn): Fn {
  const block = field(node, "body") ?? childOf(node, "block", "arrow_expression_clause") ?? null;
  return {
    t: "fn",
    name: field(node, "name")?.text,
    params: paramsOf(field(node, "parameters"), turn),
    returns: typeText(field(node, "returns") ?? field(node, "type")),
    notes: notesOf(node, turn),
    body: bodyOf(block, turn, ["block"]),
    line: lineOf(field(node, "name") ?? node),
  };
}

/** @returns the parameters of a function. */
export function paramsOf(node: Node | null | undefined, turn: Turn): Param[] {
  if (node && node.type !== "parameter_list") return [{ name: node.text, notes: [], line: lineOf(node) }];
  return childrenOf(node, "parameter").map((one) => ({
    name: textOf(field(one, "name")),
    type: typeText(field(one, "type")),
    optional: field(one, "type")?.type === "nullable_type",
    notes: notesOf(one, turn),
    line: lineOf(one),
  }));
}

/** @returns what a variable is given. */
export const valueFor = (node: Node): Node | undefined => {
  const name = field(node, "name");
  return node.namedChildren.find(({ id, type }) => id !== name?.id && type !== "bracketed_argument_list");
};
