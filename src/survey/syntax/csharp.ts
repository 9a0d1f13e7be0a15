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
  textParts,
  typeText,
  unescaped,
} from "./convert.ts";
import { type Call, type Class, type Expr, type Fn, NOTHING, type Param } from "./tree.ts";

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

const valueFor = (node: Node): Node | undefined => {
  const name = field(node, "name");
  return node.namedChildren.find(({ id, type }) => id !== name?.id && type !== "bracketed_argument_list");
};

function implicitType(node: Node): string {
  const declaration = node.parent?.parent;
  return textOf(declaration ? field(declaration, "type") : null).split("<")[0] as string;
}

function argsOf(node: Node | null | undefined, turn: Turn): { args: Expr[]; named: Record<string, Expr> } {
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

function made(node: Node, turn: Turn, type: string): Call {
  const { args, named: rest } = argsOf(field(node, "arguments"), turn);
  const extra = turn.all(childrenOf(field(node, "initializer")));
  for (const one of extra) if (one.t === "assign" && one.to.t === "name") rest[one.to.v] = one.value;
  const items = extra.filter(({ t }) => t !== "assign");
  if (items.length > 0) rest["{}"] = { t: "list", items, line: lineOf(node) };
  return { t: "call", made: true, fn: { t: "name", v: type, line: lineOf(node) }, args, named: rest, line: lineOf(node) };
}

const notesOf = (node: Node, turn: Turn): Call[] =>
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

function functionOf(node: Node, turn: Turn): Fn {
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

function paramsOf(node: Node | null | undefined, turn: Turn): Param[] {
  if (node && node.type !== "parameter_list") return [{ name: node.text, notes: [], line: lineOf(node) }];
  return childrenOf(node, "parameter").map((one) => ({
    name: textOf(field(one, "name")),
    type: typeText(field(one, "type")),
    optional: field(one, "type")?.type === "nullable_type",
    notes: notesOf(one, turn),
    line: lineOf(one),
  }));
}

function classOf(node: Node, turn: Turn): Class {
  const sort = node.type.replace("_declaration", "") as Class["sort"];
  const one: Class = {
    t: "class",
    sort,
    name: textOf(field(node, "name")),
    bases: childrenOf(childOf(node, "base_list")).map(({ text }) => text.replace(/\(.{0,400}$/s, "")),
    notes: notesOf(node, turn),
    fields: sort === "record" ? paramsOf(childOf(node, "parameter_list"), turn).map((param) => ({ ...param })) : [],
    methods: [],
    body: [],
    line: lineOf(field(node, "name") ?? node),
    last: node.endPosition.row + 1,
  };
  for (const child of childrenOf(field(node, "body"))) member(child, turn, one);
  return one;
}

function member(node: Node, turn: Turn, one: Class): void {
  const modifiers = childrenOf(node, "modifier").map(({ text }) => text);
  const fixed = modifiers.includes("static") || modifiers.includes("const");
  if (node.type === "method_declaration" || node.type === "constructor_declaration") one.methods.push(functionOf(node, turn));
  else if (node.type === "property_declaration") {
    const type = field(node, "type");
    const value = field(node, "value");
    // What is computed from others is not kept.
    const computed = childOf(node, "arrow_expression_clause") ? { tag: "computed" } : {};
    one.fields.push({
      name: textOf(field(node, "name")),
      type: typeText(type),
      optional: type?.type === "nullable_type",
      fixed,
      notes: notesOf(node, turn),
      ...(value ? { value: turn(value) } : {}),
      ...computed,
      line: lineOf(field(node, "name") ?? node),
    });
  } else if (node.type === "field_declaration") {
    const declaration = childOf(node, "variable_declaration");
    for (const name of childrenOf(declaration, "variable_declarator")) {
      const value = turn(valueFor(name));
      one.fields.push({
        name: textOf(field(name, "name")),
        type: typeText(field(declaration as Node, "type")),
        fixed,
        notes: notesOf(node, turn),
        value,
        tag: modifiers.includes("public") ? undefined : "private",
        line: lineOf(name),
      });
    }
  } else if (node.type === "enum_member_declaration")
    one.fields.push({ name: textOf(field(node, "name")), notes: [], value: turn(field(node, "value")), line: lineOf(node) });
  else {
    const inner = turn(node);
    if (inner !== NOTHING) one.body.push(inner);
  }
}
