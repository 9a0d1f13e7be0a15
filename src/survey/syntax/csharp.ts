import type { Node } from "web-tree-sitter";
import {
  binaryOf,
  childOf,
  childrenOf,
  field,
  first,
  type Handlers,
  lineOf,
  list,
  literal,
  memberOf,
  named,
  skip,
  type Turn,
  textOf,
  textParts,
  typeText,
  unescaped,
} from "./convert.ts";
import { classOf } from "./csharp-classes.ts";
import { argsOf, functionOf, valueFor } from "./csharp-functions.ts";
import type { Call, Expr } from "./tree.ts";

export const CSHARP: Handlers = {
  comment: skip,
  string_literal: (node) => literal(node, unescaped(node.text.slice(1, -1))),
  verbatim_string_literal: (node) => literal(node, node.text.slice(2, -1).replaceAll('""', '"')),
  raw_string_literal: (node) => literal(node, node.text.replace(/^"{3,9}|"{3,9}$/g, "").trim()),
  interpolated_string_expression: (node, turn) => textParts(node, turn, { string_content: (text) => text }, ["interpolation"]),
  interpolation: (node, turn) => turn(node.namedChildren.find(({ type }) => !type.endsWith("brace"))),
  identifier: named,
  this: named,
  this_expression: named,
  predefined_type: named,
  boolean_literal: named,
  integer_literal: named,
  generic_name: (node) => ({ t: "name", v: node.text.split("<")[0] as string, line: lineOf(node) }),
  member_access_expression: memberOf("expression", "name", true),
  qualified_name: memberOf("qualifier", "name"),
  invocation_expression: (node, turn) => {
    const fn = turn(field(node, "function"));
    return { t: "call", fn, ...argsOf(field(node, "arguments"), turn), line: fn.line || lineOf(node) };
  },
  object_creation_expression: (node, turn) => made(node, turn, textOf(field(node, "type")).split("<")[0] as string),
  implicit_object_creation_expression: (node, turn) => made(node, turn, implicitType(node)),
  expression_statement: first,
  parenthesized_expression: first,
  await_expression: first,
  global_statement: first,
  cast_expression: (node, turn) => turn(field(node, "value")),
  binary_expression: binaryOf("+"),
  initializer_expression: list,
  collection_expression: list,
  anonymous_object_creation_expression: (node, turn) => {
    const children = childrenOf(node);
    const entries: { key: Expr; value: Expr }[] = [];
    for (let at = 0; at < children.length; at++) {
      const [key, value] = [children[at] as Node, children[at + 1]];
      if (
        key.type !== "identifier" ||
        !value ||
        value.startIndex - key.endIndex > 200 ||
        !node.text.slice(key.endIndex - node.startIndex, value.startIndex - node.startIndex).includes("=")
      )
        continue;
      entries.push({ key: named(key, turn), value: turn(value) });
      at++;
    }
    return { t: "map", entries, line: lineOf(node) };
  },
  implicit_array_creation_expression: first,
  array_creation_expression: (node, turn) => turn(childOf(node, "initializer_expression")),
  lambda_expression: functionOf,
  local_function_statement: functionOf,
  method_declaration: functionOf,
  constructor_declaration: functionOf,
  class_declaration: classOf,
  record_declaration: classOf,
  struct_declaration: classOf,
  interface_declaration: classOf,
  enum_declaration: classOf,
  variable_declarator: (node, turn) => ({
    t: "assign",
    to: turn(field(node, "name")),
    value: turn(valueFor(node)),
    type: typeText(field(node.parent ?? node, "type")),
    line: lineOf(node),
  }),
  assignment_expression: (node, turn) => ({
    t: "assign",
    to: turn(field(node, "left")),
    value: turn(field(node, "right")),
    line: lineOf(node),
  }),
  return_statement: (node, turn) => ({ t: "return", value: turn(node.firstNamedChild), line: lineOf(node) }),
  arrow_expression_clause: (node, turn) => ({ t: "return", value: turn(node.firstNamedChild), line: lineOf(node) }),
  using_directive: (node) => ({ t: "import", from: textOf(node.lastNamedChild), names: [], line: lineOf(node) }),
  attribute_list: skip,
};

function implicitType(node: Node): string {
  const declaration = node.parent?.parent;
  return textOf(declaration ? field(declaration, "type") : null).split("<")[0] as string;
}

function made(node: Node, turn: Turn, type: string): Call {
  const { args, named: rest } = argsOf(field(node, "arguments") ?? childOf(node, "argument_list"), turn);
  const extra = turn.all(childrenOf(field(node, "initializer") ?? childOf(node, "initializer_expression")));
  for (const one of extra) if (one.t === "assign" && one.to.t === "name") rest[one.to.v] = one.value;
  const items = extra.filter(({ t }) => t !== "assign");
  if (items.length > 0) rest["{}"] = { t: "list", items, line: lineOf(node) };
  return { t: "call", made: true, fn: { t: "name", v: type, line: lineOf(node) }, args, named: rest, line: lineOf(node) };
}
