import type { Node } from "web-tree-sitter";
import {
  binaryOf,
  bodyOf,
  childrenOf,
  eachOf,
  field,
  first,
  type Handlers,
  joined,
  lineOf,
  list,
  memberOf,
  named,
  pairs,
  skip,
  type Turn,
  textOf,
  textParts,
  typeText,
  unescaped,
} from "./convert.ts";
import type { Call, Class, Expr, Fn, Import, Param } from "./tree.ts";

export const PYTHON: Handlers = {
  comment: skip,
  string: (node, turn) => {
    const raw = /^[bBuUfF]{0,2}[rR]/.test(node.text.slice(0, 3));
    const read = raw ? (text: string) => text : unescaped;
    const put = /^[rR]?[fF]/.test(node.text.slice(0, 2));
    // Doubled braces stand for themselves where something is put in.
    return textParts(node, turn, { string_content: put ? (text) => read(text).replace(/\{\{/g, "{").replace(/\}\}/g, "}") : read }, [
      "interpolation",
    ]);
  },
  interpolation: (node, turn) => turn(field(node, "expression") ?? node.firstNamedChild),
  concatenated_string: (node, turn) => joined(node, turn.all(node.namedChildren)),
  identifier: named,
  true: named,
  false: named,
  none: named,
  integer: named,
  attribute: memberOf("object", "attribute"),
  call: (node, turn) => callOf(node, turn),
  parenthesized_expression: first,
  expression_statement: first,
  await: first,
  binary_operator: binaryOf("+"),
  list,
  tuple: list,
  set: list,
  expression_list: list,
  list_splat: first,
  dictionary: pairs,
  assignment: assigned,
  augmented_assignment: assigned,
  decorated_definition: (node, turn) => {
    const made = turn(field(node, "definition"));
    const notes = childrenOf(node, "decorator").flatMap((child): Call[] => {
      const inner = turn(child.firstNamedChild);
      return inner.t === "call" ? [inner] : [{ t: "call", fn: inner, args: [], named: {}, line: lineOf(child) }];
    });
    return made.t === "fn" || made.t === "class" ? { ...made, notes } : made;
  },
  function_definition: functionOf,
  lambda: functionOf,
  class_definition: classOf,
  return_statement: (node, turn) => ({ t: "return", value: turn(node.firstNamedChild), line: lineOf(node) }),
  for_statement: (node, turn) => eachOf(node, turn(field(node, "right")), field(node, "left"), turn.all(childrenOf(field(node, "body")))),
  import_from_statement: imported,
  import_statement: imported,
};

function callOf(node: Node, turn: Turn): Call {
  const given = field(node, "arguments");
  const children = given?.type === "argument_list" ? childrenOf(given) : [];
  return {
    t: "call",
    fn: turn(field(node, "function")),
    args: turn.all(children.filter(({ type }) => type !== "keyword_argument" && type !== "comment")),
    named: Object.fromEntries(
      children.filter(({ type }) => type === "keyword_argument").map((one) => [textOf(field(one, "name")), turn(field(one, "value"))]),
    ),
    line: lineOf(node),
  };
}

function assigned(node: Node, turn: Turn): Expr {
  return {
    t: "assign",
    to: turn(field(node, "left")),
    value: turn(field(node, "right")),
    type: typeText(field(node, "type")),
    line: lineOf(node),
  };
}

function functionOf(node: Node, turn: Turn): Fn {
  return {
    t: "fn",
    name: field(node, "name")?.text,
    params: childrenOf(field(node, "parameters")).flatMap((child) => paramOf(child, turn)),
    returns: typeText(field(node, "return_type")),
    notes: [],
    body: bodyOf(field(node, "body"), turn, ["block"]),
    line: lineOf(node),
  };
}

function paramOf(node: Node, turn: Turn): Param[] {
  if (node.type === "comment" || node.type.endsWith("separator")) return [];
  const value = field(node, "value");
  const name = field(node, "name") ?? (node.type === "typed_parameter" ? node.firstNamedChild : node);
  return [
    {
      name: textOf(name),
      type: typeText(field(node, "type")),
      optional: value !== null,
      ...(value ? { value: turn(value) } : {}),
      notes: [],
      line: lineOf(node),
    },
  ];
}

function classOf(node: Node, turn: Turn): Class {
  const bases = childrenOf(field(node, "superclasses"));
  const made: Class = {
    t: "class",
    sort: "class",
    name: textOf(field(node, "name")),
    bases: bases.filter(({ type }) => type !== "keyword_argument").map(({ text }) => text),
    notes: [],
    fields: [],
    methods: [],
    body: [],
    line: lineOf(node),
    last: node.endPosition.row + 1,
  };
  for (const part of bodyOf(field(node, "body"), turn, ["block"])) {
    if (part.t === "fn") made.methods.push(part);
    else if (part.t === "assign" && part.to.t === "name")
      made.fields.push({
        name: part.to.v,
        type: part.type,
        optional: part.value.line > 0 || /Optional\[|None/.test(part.type ?? ""),
        ...(part.value.line > 0 ? { value: part.value } : {}),
        notes: [],
        line: part.line,
      });
    else made.body.push(part);
  }
  for (const keyword of bases.filter(({ type }) => type === "keyword_argument"))
    if (textOf(field(keyword, "name")) === "table") made.bases.push(keyword.text.replace(/\s/g, ""));
  return made;
}

function imported(node: Node): Import {
  const module = field(node, "module_name");
  const names = node.namedChildren
    .filter((child) => child.id !== module?.id && ["dotted_name", "aliased_import"].includes(child.type))
    .map((child) => {
      const name = child.type === "aliased_import" ? textOf(field(child, "name")) : child.text;
      const local = child.type === "aliased_import" ? textOf(field(child, "alias")) : module ? name : (name.split(".")[0] as string);
      return { local, name };
    });
  if (childrenOf(node, "wildcard_import").length > 0) names.push({ local: "*", name: "*" });
  return { t: "import", from: textOf(module), names, line: lineOf(node) };
}
