import type { Node } from "web-tree-sitter";
import {
  binaryOf,
  bodyOf,
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
  note,
  skip,
  type Turn,
  textOf,
  typeText,
  unescaped,
} from "./convert.ts";
import { type Call, type Class, type Expr, type Field, type Fn, NOTHING, type Param } from "./tree.ts";

export const JAVA: Handlers = {
  line_comment: skip,
  block_comment: skip,
  string_literal: (node) => literal(node, node.text.startsWith('"""') ? node.text.slice(3, -3).trim() : unescaped(node.text.slice(1, -1))),
  identifier: named,
  type_identifier: named,
  this: named,
  true: named,
  false: named,
  decimal_integer_literal: named,
  field_access: memberOf("object", "field"),
  scoped_identifier: memberOf("scope", "name"),
  class_literal: first,
  method_invocation: (node, turn) => {
    const of = field(node, "object");
    const name = textOf(field(node, "name"));
    const fn: Expr = of
      ? { t: "member", of: turn(of), name, line: lineOf(field(node, "name") ?? node) }
      : { t: "name", v: name, line: lineOf(node) };
    return { t: "call", fn, args: turn.all(childrenOf(field(node, "arguments"))), named: {}, line: fn.line };
  },
  object_creation_expression: (node, turn) => ({
    t: "call",
    made: true,
    fn: { t: "name", v: textOf(field(node, "type")).replace(/<.{0,200}$/s, ""), line: lineOf(node) },
    args: [...turn.all(childrenOf(field(node, "arguments"))), ...turn.all(childrenOf(node, "class_body"))],
    named: {},
    line: lineOf(node),
  }),
  parenthesized_expression: first,
  expression_statement: first,
  cast_expression: (node, turn) => turn(field(node, "value")),
  binary_expression: binaryOf("+"),
  array_initializer: list,
  element_value_array_initializer: list,
  annotation: noteOf,
  marker_annotation: noteOf,
  modifiers: skip,
  lambda_expression: (node, turn) => ({
    t: "fn",
    params: lambdaParams(field(node, "parameters")),
    notes: [],
    body: bodyOf(field(node, "body"), turn, ["block"]),
    line: lineOf(node),
  }),
  class_declaration: classOf,
  record_declaration: classOf,
  interface_declaration: classOf,
  enum_declaration: classOf,
  annotation_type_declaration: classOf,
  method_declaration: functionOf,
  constructor_declaration: functionOf,
  variable_declarator: (node, turn) => ({
    t: "assign",
    to: turn(field(node, "name")),
    value: turn(field(node, "value")),
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
  import_declaration: (node) => {
    const from = textOf(childOf(node, "scoped_identifier", "identifier") ?? null);
    const name = from.split(".").at(-1) ?? from;
    return {
      t: "import",
      from,
      names: [childOf(node, "asterisk") ? { local: "*", name: "*" } : { local: name, name }],
      line: lineOf(node),
    };
  },
  package_declaration: (node) => ({
    t: "import",
    from: "package",
    names: [{ local: textOf(node.firstNamedChild), name: "package" }],
    line: lineOf(node),
  }),
};

function lambdaParams(node: Node | null): Param[] {
  if (!node) return [];
  const names = node.type === "identifier" ? [node] : childrenOf(node).map((child) => field(child, "name") ?? child);
  return names.map((name) => ({ name: name.text, notes: [], line: lineOf(name) }));
}

function noteOf(node: Node, turn: Turn): Call {
  const given = childrenOf(field(node, "arguments")).filter(({ type }) => !type.endsWith("comment"));
  const pairs = given.filter(({ type }) => type === "element_value_pair");
  return note(
    node,
    textOf(field(node, "name")).split(".").at(-1) ?? "",
    turn.all(given.filter(({ type }) => type !== "element_value_pair")),
    Object.fromEntries(pairs.map((pair) => [textOf(field(pair, "key")), turn(field(pair, "value"))])),
  );
}

const notesOf = (node: Node, turn: Turn): Call[] =>
  childrenOf(childOf(node, "modifiers"), "annotation", "marker_annotation").map((child) => noteOf(child, turn));
const isFixed = (node: Node): boolean => /\bstatic\b/.test(childOf(node, "modifiers")?.text ?? "");

function functionOf(node: Node, turn: Turn): Fn {
  return {
    t: "fn",
    name: field(node, "name")?.text,
    params: paramsOf(field(node, "parameters"), turn),
    returns: typeText(field(node, "type")),
    notes: notesOf(node, turn),
    body: bodyOf(field(node, "body"), turn, ["block", "constructor_body"]),
    line: lineOf(field(node, "name") ?? node),
  };
}

function paramsOf(node: Node | null, turn: Turn): Param[] {
  return childrenOf(node, "formal_parameter", "spread_parameter").map((one) => ({
    name: textOf(field(one, "name")),
    type: typeText(field(one, "type")),
    notes: notesOf(one, turn),
    line: lineOf(one),
  }));
}

function classOf(node: Node, turn: Turn): Class {
  const kind = node.type.replace("_declaration", "");
  const sort = (kind === "annotation_type" ? "interface" : kind) as Class["sort"];
  const bases = [childOf(node, "superclass"), childOf(node, "super_interfaces"), childOf(node, "extends_interfaces")];
  const made: Class = {
    t: "class",
    sort,
    name: textOf(field(node, "name")),
    bases: bases
      .flatMap((base) => (base ? childrenOf(base).flatMap((one) => (one.type === "type_list" ? childrenOf(one) : [one])) : []))
      .map(({ text }) => text),
    notes: notesOf(node, turn),
    fields: sort === "record" ? paramsOf(field(node, "parameters"), turn).map((param): Field => ({ ...param })) : [],
    methods: [],
    body: [],
    line: lineOf(field(node, "name") ?? node),
    last: node.endPosition.row + 1,
  };
  for (const child of childrenOf(field(node, "body"))) member(child, turn, made);
  return made;
}

function member(node: Node, turn: Turn, made: Class): void {
  if (node.type === "method_declaration" || node.type === "constructor_declaration") made.methods.push(functionOf(node, turn));
  else if (node.type === "field_declaration" || node.type === "constant_declaration")
    for (const one of childrenOf(node, "variable_declarator")) {
      const value = field(one, "value");
      const fixed = isFixed(node) || node.type === "constant_declaration" || made.sort === "interface";
      const notes = notesOf(node, turn);
      made.fields.push({
        name: textOf(field(one, "name")),
        type: typeText(field(node, "type")),
        fixed,
        notes,
        ...(value ? { value: turn(value) } : {}),
        line: lineOf(one),
      });
    }
  else if (node.type === "enum_constant") made.fields.push({ name: textOf(field(node, "name")), notes: [], line: lineOf(node) });
  else if (node.type === "enum_body_declarations") for (const child of childrenOf(node)) member(child, turn, made);
  else {
    const inner = turn(node);
    if (inner !== NOTHING) made.body.push(inner);
  }
}
