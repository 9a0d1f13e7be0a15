import type { Node } from "web-tree-sitter";
import {
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
  typeText,
  unescaped,
} from "./convert.ts";
import { attributeOf, attributesBefore, classOf, macroOf, unraw } from "./rust-items.ts";
import { type Expr, type Fn, NOTHING } from "./tree.ts";

export const RUST: Handlers = {
  line_comment: skip,
  block_comment: skip,
  string_literal: (node) => literal(node, unescaped(node.text.replace(/^b?"|"$/g, ""))),
  raw_string_literal: (node) => literal(node, node.text.replace(/^b?r#{0,9}"|"#{0,9}$/g, "")),
  identifier: (node) => ({ t: "name", v: unraw(node.text), line: lineOf(node) }),
  field_identifier: named,
  type_identifier: named,
  self: named,
  boolean_literal: named,
  char_literal: named,
  integer_literal: named,
  scoped_identifier: scoped,
  scoped_type_identifier: scoped,
  field_expression: memberOf("value", "field", true),
  call_expression: (node, turn) => {
    const fn = turn(field(node, "function"));
    return { t: "call", fn, args: turn.all(childrenOf(field(node, "arguments"))), named: {}, line: fn.line || lineOf(node) };
  },
  generic_function: (node, turn) => turn(field(node, "function")),
  macro_invocation: macroOf,
  reference_expression: (node, turn) => turn(field(node, "value")),
  parenthesized_expression: first,
  await_expression: first,
  try_expression: first,
  array_expression: list,
  tuple_expression: list,
  closure_expression: functionOf,
  function_item: functionOf,
  block: (node, turn) => {
    const body = statements(node, turn);
    return { t: "other", parts: body, line: lineOf(node) };
  },
  let_declaration: (node, turn) => ({
    t: "assign",
    to: turn(field(node, "pattern")),
    value: turn(field(node, "value")),
    type: typeText(field(node, "type")),
    line: lineOf(node),
  }),
  mut_pattern: (node, turn) => turn(node.lastNamedChild),
  const_item: constant,
  static_item: constant,
  assignment_expression: (node, turn) => ({
    t: "assign",
    to: turn(field(node, "left")),
    value: turn(field(node, "right")),
    line: lineOf(node),
  }),
  return_expression: (node, turn) => ({ t: "return", value: turn(node.firstNamedChild), line: lineOf(node) }),
  struct_item: classOf,
  enum_item: classOf,
  mod_item: (node, turn) => {
    const body = field(node, "body");
    // What is compiled for tests alone is none of what runs.
    const test = attributesBefore(node).some(({ text }) => /cfg\s{0,9}\(\s{0,9}test/.test(text));
    if (!body || test) return NOTHING;
    return {
      t: "class",
      sort: "module",
      name: textOf(field(node, "name")),
      bases: [],
      notes: [],
      fields: [],
      methods: [],
      body: statements(body, turn),
      line: lineOf(node),
      last: node.endPosition.row + 1,
    };
  },
  impl_item: (node, turn) => {
    const on = textOf(field(node, "type")).replace(/<.{0,200}$/s, "");
    const inner = childrenOf(field(node, "body"))
      .map((child) => turn(child))
      .filter((e) => e !== NOTHING);
    return { t: "other", parts: inner.map((e) => (e.t === "fn" ? { ...e, on } : e)), line: lineOf(node) };
  },
  attribute_item: skip,
  inner_attribute_item: skip,
  use_declaration: (node) => {
    const names: { local: string; name: string }[] = [];
    used(field(node, "argument"), "", names);
    return { t: "import", from: "use", names, line: lineOf(node) };
  },
};

function scoped(node: Node, turn: Turn): Expr {
  const path = field(node, "path");
  const name = textOf(field(node, "name"));
  return path ? { t: "member", of: turn(path), name, line: lineOf(node) } : { t: "name", v: name, line: lineOf(node) };
}

function constant(node: Node, turn: Turn): Expr {
  return { t: "assign", to: turn(field(node, "name")), value: turn(field(node, "value")), line: lineOf(node) };
}

function statements(node: Node, turn: Turn): Expr[] {
  const children = childrenOf(node);
  return children
    .map((child, index): Expr => {
      const e = turn(child);
      const isValue =
        index === children.length - 1 &&
        !child.type.endsWith("statement") &&
        !child.type.endsWith("declaration") &&
        !child.type.endsWith("_item");
      return isValue && e.t !== "return" && e !== NOTHING ? { t: "return", value: e, line: e.line } : e;
    })
    .filter((e) => e !== NOTHING);
}

function functionOf(node: Node, turn: Turn): Fn {
  const block = field(node, "body");
  return {
    t: "fn",
    name: field(node, "name")?.text,
    params: childrenOf(field(node, "parameters")).flatMap((one) => {
      if (one.type === "self_parameter") return [{ name: "self", notes: [], line: lineOf(one) }];
      const name = one.type === "parameter" ? field(one, "pattern") : one;
      return [{ name: textOf(name).replace(/^mut\s{1,9}/, ""), type: typeText(field(one, "type")), notes: [], line: lineOf(one) }];
    }),
    returns: typeText(field(node, "return_type")),
    notes: attributesBefore(node).flatMap((one) => attributeOf(one, turn)),
    body: block?.type === "block" ? statements(block, turn) : block ? [{ t: "return", value: turn(block), line: lineOf(block) }] : [],
    line: lineOf(field(node, "name") ?? node),
  };
}

function used(node: Node | null | undefined, front: string, names: { local: string; name: string }[]): void {
  if (!node) return;
  const within = (name: string) => (front ? `${front}::${name}` : name);
  if (node.type === "scoped_use_list") {
    const path = within(textOf(field(node, "path")));
    for (const one of childrenOf(field(node, "list"))) used(one, path, names);
  } else if (node.type === "use_list") for (const one of childrenOf(node)) used(one, front, names);
  else if (node.type === "use_as_clause") names.push({ local: textOf(field(node, "alias")), name: within(textOf(field(node, "path"))) });
  else if (node.type === "use_wildcard")
    names.push({ local: "*", name: within(textOf(childOf(node, "scoped_identifier", "identifier", "crate", "super") ?? null)) });
  else
    names.push({
      local: node.text === "self" ? (front.split("::").at(-1) ?? "") : (node.text.split("::").at(-1) ?? ""),
      name: node.text === "self" ? front : within(node.text),
    });
}
