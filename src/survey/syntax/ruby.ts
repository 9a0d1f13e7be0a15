import type { Node } from "web-tree-sitter";
import {
  childrenOf,
  field,
  first,
  type Handlers,
  lineOf,
  list,
  literal,
  memberOf,
  named,
  pairs,
  skip,
  type Turn,
  textOf,
  textParts,
  unescaped,
} from "./convert.ts";
import { type Call, type Class, type Expr, type Fn, NOTHING } from "./tree.ts";

export const RUBY: Handlers = {
  comment: skip,
  string: (node, turn) => textParts(node, turn, { string_content: unescaped, escape_sequence: unescaped }, ["interpolation"]),
  interpolation: first,
  simple_symbol: (node) => literal(node, node.text.slice(1)),
  delimited_symbol: (node, turn) => textParts(node, turn, { string_content: unescaped }, ["interpolation"]),
  hash_key_symbol: (node) => literal(node, node.text),
  bare_symbol: (node) => literal(node, node.text),
  bare_string: (node) => literal(node, node.text),
  symbol_array: list,
  string_array: list,
  array: list,
  hash: pairs,
  identifier: named,
  constant: named,
  instance_variable: named,
  self: named,
  true: named,
  false: named,
  nil: named,
  integer: named,
  scope_resolution: memberOf("scope", "name"),
  call: callOf,
  parenthesized_statements: first,
  begin: (node, turn) => ({ t: "other", parts: turn.all(node.namedChildren), line: lineOf(node) }),
  assignment: (node, turn) => ({ t: "assign", to: turn(field(node, "left")), value: turn(field(node, "right")), line: lineOf(node) }),
  class: classOf,
  module: classOf,
  method: functionOf,
  singleton_method: functionOf,
  lambda: (node, turn) => blockOf(field(node, "body") as Node, turn),
};

/** A call, with its block as the last argument. */
function callOf(node: Node, turn: Turn): Call {
  const receiver = field(node, "receiver");
  const name = textOf(field(node, "method"));
  const line = lineOf(field(node, "method") ?? node);
  const args: Expr[] = [];
  const rest: Record<string, Expr> = {};
  for (const child of childrenOf(field(node, "arguments"))) {
    if (child.type === "pair") {
      const key = turn(field(child, "key"));
      const value = field(child, "value");
      // Rails' old form: the path is the key.
      if (
        (key.t === "str" || key.t === "text" || /^[A-Z]/.test(textOf(field(child, "key")))) &&
        child.children.some(({ type }) => type === "=>") &&
        Object.keys(rest).length === 0 &&
        args.length === 0
      ) {
        args.push(key);
        rest.to = turn(value);
      } else if (key.t === "str") rest[key.v] = value ? turn(value) : { t: "name", v: key.v, line };
    } else if (child.type !== "comment") args.push(turn(child));
  }
  const block = field(node, "block");
  if (block) args.push(blockOf(block, turn));
  return {
    t: "call",
    fn: receiver ? { t: "member", of: turn(receiver), name, line } : { t: "name", v: name, line },
    args,
    named: rest,
    line,
  };
}

function blockOf(node: Node, turn: Turn): Fn {
  return {
    t: "fn",
    params: childrenOf(field(node, "parameters")).map((one) => ({ name: textOf(field(one, "name") ?? one), notes: [], line: lineOf(one) })),
    notes: [],
    body: bodyOf(field(node, "body"), turn),
    line: lineOf(node),
  };
}

/** Statements one by one; a bare word among them is a call without arguments. */
function bodyOf(node: Node | null, turn: Turn): Expr[] {
  return childrenOf(node).flatMap((child): Expr[] => {
    const e = turn(child);
    if (e === NOTHING) return [];
    return child.type === "identifier" ? [{ t: "call", fn: e, args: [], named: {}, line: e.line }] : [e];
  });
}

function functionOf(node: Node, turn: Turn): Fn {
  return {
    t: "fn",
    name: field(node, "name")?.text,
    params: childrenOf(field(node, "parameters")).map((one) => ({ name: textOf(field(one, "name") ?? one), notes: [], line: lineOf(one) })),
    notes: [],
    body: bodyOf(field(node, "body"), turn),
    line: lineOf(node),
  };
}

function classOf(node: Node, turn: Turn): Class {
  const made: Class = {
    t: "class",
    sort: node.type === "module" ? "module" : "class",
    name: textOf(field(node, "name")),
    bases: field(node, "superclass") ? [textOf(field(node, "superclass")).replace(/^<\s{0,9}/, "")] : [],
    notes: [],
    fields: [],
    methods: [],
    body: [],
    line: lineOf(node),
    last: node.endPosition.row + 1,
  };
  for (const part of bodyOf(field(node, "body"), turn)) {
    if (part.t === "fn") made.methods.push(part);
    else made.body.push(part);
  }
  return made;
}
