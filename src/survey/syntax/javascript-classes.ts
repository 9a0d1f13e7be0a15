import type { Node } from "web-tree-sitter";
import { childOf, childrenOf, field, lineOf, type Turn, textOf, typeText } from "./convert.ts";
import { decorators, functionOf } from "./javascript-functions.ts";
import { type Class, type Expr, type Field, NOTHING } from "./tree.ts";

/** A class; its decorators stand in it, or in the export around it. */
export function classOf(node: Node, turn: Turn): Class {
  const around = node.parent?.type === "export_statement" ? childrenOf(node.parent, "decorator") : [];
  const made: Class = {
    t: "class",
    sort: "class",
    name: textOf(field(node, "name")),
    bases: childrenOf(childOf(node, "class_heritage")).map((child) => child.text.replace(/^(?:extends|implements)\s{1,9}/, "")),
    notes: decorators([...around, ...childrenOf(node, "decorator")], turn),
    fields: [],
    methods: [],
    body: [],
    line: lineOf(node),
    last: node.endPosition.row + 1,
  };
  let open: Node[] = [];
  for (const child of childrenOf(field(node, "body"))) {
    if (child.type === "comment") continue;
    if (child.type === "decorator") open.push(child);
    else {
      member(child, turn, made, open);
      open = [];
    }
  }
  return made;
}

function member(node: Node, turn: Turn, made: Class, before: Node[]): void {
  if (node.type === "method_definition") {
    const method = functionOf(node, turn);
    made.methods.push({ ...method, notes: decorators([...before, ...childrenOf(node, "decorator")], turn) });
    if (method.name === "constructor")
      for (const { name, type, optional, notes, line, value } of method.params)
        if (value === NOTHING) made.fields.push({ name, type, optional, notes, line });
  } else if (node.type.endsWith("field_definition")) made.fields.push(fieldOf(node, turn, before));
  else if (node.type === "class_static_block") made.body.push(turn(node));
}

function fieldOf(node: Node, turn: Turn, before: Node[]): Field {
  const value = field(node, "value");
  return {
    name: textOf(field(node, "name") ?? field(node, "property")),
    type: typeText(field(node, "type")),
    optional: /^[^:=]{0,200}\?\s{0,9}[:;]?/.test(node.text.slice(0, 220)) || value !== null,
    fixed: /(?:^|\s)static\s/.test(node.text.slice(0, 80)),
    notes: decorators([...before, ...childrenOf(node, "decorator")], turn),
    ...(value ? { value: turn(value) } : {}),
    line: lineOf(node),
  };
}

/** An interface, or a type with fields; any other alias has none. */
export function shapeOf(node: Node): Expr {
  const body = field(node, "body") ?? field(node, "value");
  return {
    t: "class",
    sort: node.type === "interface_declaration" ? "interface" : "type",
    name: textOf(field(node, "name")),
    bases: childrenOf(childOf(node, "extends_type_clause")).map(({ text }) => text),
    notes: [],
    fields: childrenOf(body, "property_signature").map((child) => ({
      name: textOf(field(child, "name")).replace(/^["']|["']$/g, ""),
      type: typeText(field(child, "type")),
      optional: child.children.some(({ type }) => type === "?"),
      notes: [],
      line: lineOf(child),
    })),
    methods: [],
    body: [],
    line: lineOf(node),
    last: node.endPosition.row + 1,
  };
}

/** An enumeration, whose members are its fields. */
export function enumOf(node: Node, turn: Turn): Expr {
  const members = childrenOf(field(node, "body")).filter(({ type }) => type !== "comment");
  return {
    t: "class",
    sort: "enum",
    name: textOf(field(node, "name")),
    bases: [],
    notes: [],
    fields: members.map((child) => ({
      name: textOf(field(child, "name") ?? child).replace(/^["']|["']$/g, ""),
      notes: [],
      ...(field(child, "value") ? { value: turn(field(child, "value")) } : {}),
      line: lineOf(child),
    })),
    methods: [],
    body: [],
    line: lineOf(node),
    last: node.endPosition.row + 1,
  };
}
