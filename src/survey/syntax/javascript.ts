import type { Node } from "web-tree-sitter";
import {
  childrenOf,
  eachOf,
  field,
  first,
  type Handlers,
  joined,
  lineOf,
  list,
  literal,
  memberOf,
  named,
  skip,
  type Turn,
  typeText,
  unescaped,
} from "./convert.ts";
import { classOf, enumOf, shapeOf } from "./javascript-classes.ts";
import { functionOf } from "./javascript-functions.ts";
import { exported, imported } from "./javascript-modules.ts";
import type { Call, Expr } from "./tree.ts";

/** JavaScript and TypeScript, whose grammars share their names. */
export const JAVASCRIPT: Handlers = {
  comment: skip,
  string: (node) => literal(node, unescaped(node.text.slice(1, -1))),
  template_string: template,
  identifier: named,
  property_identifier: named,
  shorthand_property_identifier: named,
  this: named,
  super: named,
  true: named,
  false: named,
  number: named,
  null: named,
  undefined: named,
  member_expression: memberOf("object", "property"),
  subscript_expression: (node, turn) => {
    const index = turn(field(node, "index"));
    return { t: "member", of: turn(field(node, "object")), name: index.t === "str" ? index.v : "[]", line: lineOf(node) };
  },
  call_expression: (node, turn) => callOf(node, turn, "function"),
  new_expression: (node, turn) => ({ ...callOf(node, turn, "constructor"), made: true }),
  await_expression: first,
  parenthesized_expression: first,
  as_expression: first,
  satisfies_expression: first,
  non_null_expression: first,
  type_assertion: (node, turn) => turn(node.lastNamedChild),
  expression_statement: first,
  type_annotation: skip,
  type_arguments: skip,
  type_parameters: skip,
  binary_expression: (node, turn) => {
    const parts = [turn(field(node, "left")), turn(field(node, "right"))];
    return node.children[1]?.type === "+" ? joined(node, parts) : { t: "other", parts, line: lineOf(node) };
  },
  array: list,
  object: (node, turn) => ({ t: "map", line: lineOf(node), entries: node.namedChildren.flatMap((child) => entryOf(child, turn)) }),
  arrow_function: functionOf,
  function_declaration: functionOf,
  function_expression: functionOf,
  generator_function: functionOf,
  generator_function_declaration: functionOf,
  method_definition: functionOf,
  class_declaration: classOf,
  abstract_class_declaration: classOf,
  class: classOf,
  interface_declaration: shapeOf,
  type_alias_declaration: shapeOf,
  enum_declaration: enumOf,
  variable_declarator: (node, turn) => ({
    t: "assign",
    to: turn(field(node, "name")),
    value: turn(field(node, "value")),
    type: typeText(field(node, "type")),
    line: lineOf(node),
  }),
  object_pattern: (node) => ({
    t: "map",
    line: lineOf(node),
    entries: childrenOf(node, "shorthand_property_identifier_pattern", "pair_pattern").map((child) => {
      const [key, value] = child.type === "pair_pattern" ? [field(child, "key"), field(child, "value")] : [child, child];
      return { key: named(key as Node, undefined as never), value: named(value as Node, undefined as never) };
    }),
  }),
  assignment_expression: (node, turn) => ({
    t: "assign",
    to: turn(field(node, "left")),
    value: turn(field(node, "right")),
    line: lineOf(node),
  }),
  return_statement: (node, turn) => ({ t: "return", value: turn(node.firstNamedChild), line: lineOf(node) }),
  for_in_statement: (node, turn) =>
    eachOf(node, turn(field(node, "right")), field(node, "left"), turn.all(childrenOf(field(node, "body")))),
  import_statement: imported,
  export_statement: exported,
};

function template(node: Node, turn: Turn): Expr {
  const parts: Expr[] = [];
  let at = node.startIndex + 1;
  const start = node.startIndex;
  for (const child of childrenOf(node, "template_substitution")) {
    if (child.startIndex > at) parts.push(literal(node, unescaped(node.text.slice(at - start, child.startIndex - start))));
    parts.push(turn(child.firstNamedChild));
    at = child.endIndex;
  }
  if (node.endIndex - 1 > at) parts.push(literal(node, unescaped(node.text.slice(at - start, node.endIndex - 1 - start))));
  return parts.length === 0 ? literal(node, "") : joined(node, parts);
}

function callOf(node: Node, turn: Turn, callee: string): Call {
  const args = field(node, "arguments");
  const given = args?.type === "template_string" ? [turn(args)] : turn.all(childrenOf(args).filter(({ type }) => type !== "comment"));
  return { t: "call", fn: turn(field(node, callee)), args: given, named: {}, line: lineOf(node) };
}

function entryOf(node: Node, turn: Turn): { key: Expr; value: Expr }[] {
  if (node.type === "pair") {
    const key = field(node, "key") as Node;
    const computed = key.type === "computed_property_name" ? turn(key.firstNamedChild) : turn(key);
    return [{ key: computed, value: turn(field(node, "value")) }];
  }
  if (node.type === "shorthand_property_identifier") return [{ key: named(node, turn), value: named(node, turn) }];
  if (node.type === "spread_element") return [{ key: literal(node, "..."), value: turn(node.firstNamedChild) }];
  if (node.type !== "method_definition") return [];
  const method = functionOf(node, turn);
  return [{ key: literal(node, method.name ?? ""), value: method }];
}
