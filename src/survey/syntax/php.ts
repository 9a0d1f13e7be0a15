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
import { type Call, type Class, type Expr, type Field, type Fn, NOTHING, type Param } from "./tree.ts";

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

function argsOf(node: Node | null | undefined, turn: Turn): { args: Expr[]; named: Record<string, Expr> } {
  const args: Expr[] = [];
  const rest: Record<string, Expr> = {};
  for (const child of childrenOf(node, "argument")) {
    const name = field(child, "name");
    const value = turn(child.lastNamedChild);
    if (name) rest[name.text] = value;
    else args.push(value);
  }
  return { args, named: rest };
}

/** Attributes, and annotations in the comment above, as Doctrine and Symfony had them. */
function notesOf(node: Node, turn: Turn): Call[] {
  const found = childrenOf(field(node, "attributes") ?? childOf(node, "attribute_list")).flatMap((group) =>
    childrenOf(group, "attribute").map((one) => {
      const { args, named: rest } = argsOf(field(one, "parameters"), turn);
      return note(one, (one.firstNamedChild?.text ?? "").split("\\").at(-1) ?? "", args, rest);
    }),
  );
  const above = node.previousNamedSibling;
  return above?.type === "comment" && above.text.startsWith("/**") ? [...found, ...annotated(above)] : found;
}

function annotated(comment: Node): Call[] {
  return [...comment.text.matchAll(/@(?:\w{1,40}\\){0,4}([A-Z]\w{1,60})\(([^()]{0,600})\)/g)].map(([, name, inside]) => {
    const args = [...(inside as string).matchAll(/^\s{0,99}"([^"]{0,200})"/g)].map(([, v]) => literal(comment, v as string));
    const rest = [...(inside as string).matchAll(/(\w{1,40})\s{0,9}=\s{0,9}(?:"([^"]{0,200})"|\{([^}]{0,200})\}|(\w{1,40}))/g)].map(
      ([, key, text, list, word]): [string, Expr] => {
        const line = lineOf(comment);
        if (list !== undefined)
          return [
            key as string,
            { t: "list", items: [...list.matchAll(/"([^"]{0,99})"/g)].map(([, v]) => literal(comment, v as string)), line },
          ];
        return [key as string, text !== undefined ? literal(comment, text) : { t: "name", v: word as string, line }];
      },
    );
    return note(comment, name as string, args, Object.fromEntries(rest));
  });
}

function functionOf(node: Node, turn: Turn): Fn {
  return {
    t: "fn",
    name: field(node, "name")?.text,
    params: childrenOf(field(node, "parameters")).flatMap((one) => paramOf(one, turn)),
    returns: typeText(field(node, "return_type")),
    notes: notesOf(node, turn),
    body: bodyOf(field(node, "body"), turn, ["compound_statement"]),
    line: lineOf(field(node, "name") ?? node),
  };
}

function paramOf(node: Node, turn: Turn): Param[] {
  if (!node.type.endsWith("_parameter")) return [];
  const type = field(node, "type");
  const own = node.type === "property_promotion_parameter" ? { value: NOTHING } : {};
  return [
    {
      name: textOf(field(node, "name")).replace("$", ""),
      type: typeText(type),
      optional: type?.type === "optional_type",
      notes: notesOf(node, turn),
      line: lineOf(node),
      ...own,
    },
  ];
}

function classOf(node: Node, turn: Turn): Class {
  const made: Class = {
    t: "class",
    sort: node.type.replace("_declaration", "") as Class["sort"],
    name: textOf(field(node, "name")),
    bases: [...childrenOf(childOf(node, "base_clause")), ...childrenOf(childOf(node, "class_interface_clause"))].map(
      ({ text }) => text.split("\\").at(-1) ?? "",
    ),
    notes: notesOf(node, turn),
    fields: [],
    methods: [],
    body: [],
    line: lineOf(field(node, "name") ?? node),
    last: node.endPosition.row + 1,
  };
  if (!["class", "interface", "trait", "enum"].includes(made.sort)) made.sort = "class";
  for (const child of childrenOf(field(node, "body") ?? childOf(node, "declaration_list"))) member(child, turn, made);
  return made;
}

function member(node: Node, turn: Turn, made: Class): void {
  if (node.type === "method_declaration") {
    const method = functionOf(node, turn);
    made.methods.push(method);
    for (const { name, type, optional, notes, value, line } of method.params)
      if (value === NOTHING) made.fields.push({ name, type, optional, notes, line });
  } else if (node.type === "property_declaration")
    for (const one of childrenOf(node, "property_element")) {
      const type = field(node, "type");
      const value = field(one, "default_value") ?? one.namedChildren.at(1);
      const field_: Field = {
        name: textOf(field(one, "name") ?? one.firstNamedChild).replace("$", ""),
        type: typeText(type),
        optional: type?.type === "optional_type",
        fixed: childOf(node, "static_modifier") !== undefined,
        notes: notesOf(node, turn),
        line: lineOf(one),
      };
      made.fields.push(value ? { ...field_, value: turn(value.type === "property_initializer" ? value.firstNamedChild : value) } : field_);
    }
  else if (node.type === "enum_case") made.fields.push({ name: textOf(field(node, "name")), notes: [], line: lineOf(node) });
}
