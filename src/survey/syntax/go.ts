import type { Node } from "web-tree-sitter";
import {
  binaryOf,
  childOf,
  childrenOf,
  eachOf,
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
  typeText,
  unescaped,
} from "./convert.ts";
import { type Expr, type Field, type Fn, NOTHING, type Param } from "./tree.ts";

export const GO: Handlers = {
  comment: skip,
  interpreted_string_literal: (node) => literal(node, unescaped(node.text.slice(1, -1))),
  raw_string_literal: (node) => literal(node, node.text.slice(1, -1)),
  identifier: named,
  field_identifier: named,
  type_identifier: named,
  package_identifier: named,
  true: named,
  false: named,
  nil: named,
  int_literal: named,
  iota: named,
  selector_expression: memberOf("operand", "field"),
  qualified_type: memberOf("package", "name"),
  call_expression: (node, turn) => ({
    t: "call",
    fn: turn(field(node, "function")),
    args: turn.all(childrenOf(field(node, "arguments"))),
    named: {},
    line: lineOf(node),
  }),
  unary_expression: (node, turn) => turn(field(node, "operand")),
  parenthesized_expression: first,
  binary_expression: binaryOf("+"),
  composite_literal: (node, turn) => composite(field(node, "body"), field(node, "type"), turn),
  literal_value: (node, turn) => composite(node, null, turn),
  literal_element: first,
  func_literal: functionOf,
  function_declaration: functionOf,
  method_declaration: functionOf,
  short_var_declaration: assigned,
  assignment_statement: assigned,
  var_spec: specOf,
  const_spec: specOf,
  expression_list: list,
  type_spec: typeOf,
  package_clause: (node) => ({
    t: "import",
    from: "package",
    names: [{ local: textOf(node.firstNamedChild), name: "package" }],
    line: lineOf(node),
  }),
  import_spec: (node) => {
    const from = textOf(field(node, "path")).slice(1, -1);
    const parts = from.split("/").filter((part) => !/^v\d{1,3}$/.test(part));
    return { t: "import", from, names: [{ local: field(node, "name")?.text ?? parts.at(-1) ?? from, name: "*" }], line: lineOf(node) };
  },
  for_statement: (node, turn) => {
    const range = childOf(node, "range_clause");
    const body = turn.all(childrenOf(childOf(field(node, "body") ?? node, "statement_list")));
    if (!range) return { t: "other", parts: body, line: lineOf(node) };
    return eachOf(node, turn(field(range, "right")), field(range, "left")?.lastNamedChild ?? null, body);
  },
  return_statement: (node, turn) => {
    const value = turn(node.firstNamedChild);
    return { t: "return", value: value.t === "list" ? (value.items[0] ?? NOTHING) : value, line: lineOf(node) };
  },
};

function composite(body: Node | null, type: Node | null, turn: Turn): Expr {
  const children = childrenOf(body).filter(({ type: kind }) => kind !== "comment");
  const line = lineOf((type ?? body) as Node);
  if (children.length > 0 && children.every(({ type: kind }) => kind !== "keyed_element"))
    return { t: "list", items: turn.all(children), line };
  const entries = children.map((child) => ({
    key: turn(field(child, "key") ?? child.firstNamedChild),
    value: turn(field(child, "value") ?? child.lastNamedChild),
  }));
  return { t: "map", entries, type: typeText(type), line };
}

function assigned(node: Node, turn: Turn): Expr {
  return pairs(node, turn.all(childrenOf(field(node, "left"))), turn.all(childrenOf(field(node, "right"))));
}

function specOf(node: Node, turn: Turn): Expr {
  const names = turn.all(childrenOf(node, "identifier"));
  const value = field(node, "value");
  return pairs(node, names, value ? turn.all(childrenOf(value)) : [], typeText(field(node, "type")));
}

function pairs(node: Node, left: Expr[], right: Expr[], type?: string): Expr {
  const line = lineOf(node);
  const parts = left.map(
    (to, index): Expr => ({ t: "assign", to, value: right[index] ?? (index > 0 ? NOTHING : (right[0] ?? NOTHING)), type, line: to.line }),
  );
  return parts.length === 1 ? (parts[0] as Expr) : { t: "other", parts, line };
}

function functionOf(node: Node, turn: Turn): Fn {
  const receiver = childOf(field(node, "receiver") ?? node, "parameter_declaration");
  const own = field(node, "receiver") ? receiver : undefined;
  const block = field(node, "body");
  return {
    t: "fn",
    name: field(node, "name")?.text,
    on: own
      ? textOf(field(own, "type"))
          .replace(/^\*/, "")
          .replace(/\[.{0,99}\]$/, "")
      : undefined,
    params: [
      ...(own ? params(own) : []),
      ...childrenOf(field(node, "parameters"), "parameter_declaration", "variadic_parameter_declaration").flatMap(params),
    ],
    returns: typeText(field(node, "result")),
    notes: [],
    body: turn.all(childrenOf(childOf(block ?? node, "statement_list"))),
    line: lineOf(node),
  };
}

function params(node: Node): Param[] {
  const type = typeText(field(node, "type"));
  return childrenOf(node, "identifier").map((name) => ({ name: name.text, type, notes: [], line: lineOf(name) }));
}

function typeOf(node: Node): Expr {
  const type = field(node, "type");
  if (type?.type !== "struct_type" && type?.type !== "interface_type") return NOTHING;
  const declared = childrenOf(childOf(type, "field_declaration_list"), "field_declaration");
  return {
    t: "class",
    sort: type.type === "struct_type" ? "struct" : "interface",
    name: textOf(field(node, "name")),
    bases: declared.filter((one) => field(one, "name") === null).map((one) => textOf(field(one, "type"))),
    notes: [],
    fields: declared.flatMap((one): Field[] => {
      const kind = typeText(field(one, "type"));
      const tag = field(one, "tag")?.text.slice(1, -1);
      return childrenOf(one, "field_identifier").map((name) => ({
        name: name.text,
        type: kind,
        optional: kind?.startsWith("*"),
        notes: [],
        tag,
        line: lineOf(name),
      }));
    }),
    methods: [],
    body: [],
    line: lineOf(node),
    last: node.endPosition.row + 1,
  };
}
