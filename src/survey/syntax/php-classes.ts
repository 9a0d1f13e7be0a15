import type { Node } from "web-tree-sitter";
import { childOf, childrenOf, field, lineOf, type Turn, textOf, typeText } from "./convert.ts";
import { functionOf } from "./php-functions.ts";
import { notesOf } from "./php-notes.ts";
import { type Class, type Field, NOTHING } from "./tree.ts";

/** @returns a class with its fields and methods. */
export function classOf(node: Node, turn: Turn): Class {
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
