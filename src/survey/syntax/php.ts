import type { Node } from "web-tree-sitter";
import {
  binaryOf,
  childOf,
  childrenOf,
  field,
  first,
  type Handlers,
  lineOf,
  literal,
  memberOf,
  named,
  note,
  skip,
  type Turn,
  textOf,
  textParts,
  unescaped,
} from "./convert.ts";
import { argsOf } from "./php-arguments.ts";
import { classOf } from "./php-classes.ts";
import { functionOf } from "./php-functions.ts";
import type { Call, Expr } from "./tree.ts";

export const PHP: Handlers = {
  comment: skip,
  php_tag: skip,
  text: skip,
  string: (node) => literal(node, node.text.slice(1, -1).replace(/\\(['\\])/g, "$1")),
  encapsed_string: (node, turn) =>
    textParts(node, turn, { string_content: (text) => text, escape_sequence: unescaped }, [
      "variable_name",
      "member_access_expression",
      "subscript_expression",
    ]),
  name: named,
  qualified_name: (node) => ({ t: "name", v: node.text.split("\\").at(-1) ?? "", line: lineOf(node) }),
  variable_name: named,
  relative_scope: named,
  boolean: named,
  integer: named,
  null: named,
  member_access_expression: memberOf("object", "name"),
  class_constant_access_expression: (node, turn) => ({
    t: "member",
    of: turn(node.firstNamedChild),
    name: textOf(node.lastNamedChild),
    line: lineOf(node),
  }),
  scoped_call_expression: (node, turn) => methodCall(node, turn, "scope"),
  member_call_expression: (node, turn) => methodCall(node, turn, "object"),
  nullsafe_member_call_expression: (node, turn) => methodCall(node, turn, "object"),
  function_call_expression: (node, turn) => ({
    t: "call",
    fn: turn(field(node, "function")),
    ...argsOf(field(node, "arguments"), turn),
    line: lineOf(node),
  }),
  object_creation_expression: (node, turn) => {
    const inside = childOf(node, "declaration_list") ?? childOf(childOf(node, "anonymous_class") ?? node, "declaration_list");
    if (inside) return classOf(childOf(node, "anonymous_class") ?? node, turn);
    return { t: "call", made: true, fn: turn(node.firstNamedChild), ...argsOf(childOf(node, "arguments"), turn), line: lineOf(node) };
  },
  require_expression: required,
  require_once_expression: required,
  include_expression: required,
  expression_statement: first,
  parenthesized_expression: first,
  binary_expression: binaryOf("."),
  array_creation_expression: (node, turn) => {
    const children = childrenOf(node, "array_element_initializer");
    const keyed = children.filter((one) => one.children.some(({ type }) => type === "=>"));
    if (keyed.length === 0) return { t: "list", items: turn.all(children.map((one) => one.firstNamedChild as Node)), line: lineOf(node) };
    return {
      t: "map",
      line: lineOf(node),
      entries: keyed.map((one) => ({ key: turn(one.firstNamedChild), value: turn(one.lastNamedChild) })),
    };
  },
  anonymous_function: functionOf,
  anonymous_function_creation_expression: functionOf,
  arrow_function: functionOf,
  function_definition: functionOf,
  method_declaration: functionOf,
  class_declaration: classOf,
  interface_declaration: classOf,
  trait_declaration: classOf,
  enum_declaration: classOf,
  assignment_expression: (node, turn) => ({
    t: "assign",
    to: turn(field(node, "left")),
    value: turn(field(node, "right")),
    line: lineOf(node),
  }),
  return_statement: (node, turn) => ({ t: "return", value: turn(node.firstNamedChild), line: lineOf(node) }),
  namespace_definition: (node, turn) => {
    const body = field(node, "body");
    const own: Expr = {
      t: "import",
      from: "package",
      names: [{ local: textOf(field(node, "name")), name: "package" }],
      line: lineOf(node),
    };
    return body ? { t: "other", parts: [own, turn(body)], line: lineOf(node) } : own;
  },
  namespace_use_clause: (node) => {
    const from = textOf(node.firstNamedChild);
    return {
      t: "import",
      from,
      names: [{ local: field(node, "alias")?.text ?? from.split("\\").at(-1) ?? "", name: from.split("\\").at(-1) ?? "" }],
      line: lineOf(node),
    };
  },
};

function methodCall(node: Node, turn: Turn, of: string): Call {
  const name = field(node, "name");
  const fn: Expr = { t: "member", of: turn(field(node, of)), name: textOf(name), line: lineOf(name ?? node) };
  return { t: "call", fn, ...argsOf(field(node, "arguments"), turn), line: fn.line };
}

function required(node: Node, turn: Turn): Call {
  return note(node, "require", [turn(node.firstNamedChild)]);
}
