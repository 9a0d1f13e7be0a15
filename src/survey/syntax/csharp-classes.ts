import type { Node } from "web-tree-sitter";
import { childOf, childrenOf, field, lineOf, type Turn, textOf, typeText } from "./convert.ts";
import { functionOf, notesOf, paramsOf, valueFor } from "./csharp-functions.ts";
import { type Class, NOTHING } from "./tree.ts";

/** @returns a class with its fields and methods. */
export function classOf(node: Node, turn: Turn): Class {
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
