import type { Node } from "web-tree-sitter";
import { childOf, childrenOf, field, lineOf, literal, named, note, type Turn, textOf, typeText } from "./convert.ts";
import { type Call, type Class, type Expr, type Field, NOTHING } from "./tree.ts";

/** @returns a name without the mark that lets it be a word of the language: `type` of `r#type`. */
export const unraw = (name: string): string => name.replace(/^r#/, "");

/** @returns the attributes that stand in front of an item. */
export function attributesBefore(node: Node): Node[] {
  const found: Node[] = [];
  for (let at = node.previousNamedSibling; at; at = at.previousNamedSibling) {
    if (at.type === "attribute_item") found.unshift(at);
    else if (!at.type.endsWith("comment")) break;
  }
  return found;
}

/** `#[get("/x", wrap = "y")]` as a call; `#[arg(short, long = "n")]` has what is only named among its named arguments too. */
export function attributeOf(item: Node, turn: Turn): Call[] {
  const attribute = childOf(item, "attribute");
  if (!attribute) return [];
  const path = textOf(attribute.firstNamedChild).split("::").at(-1) ?? "";
  const value = field(attribute, "value");
  const { args, rest } = tokensOf(field(attribute, "arguments"), turn);
  return [note(item, path, value ? [turn(value)] : args, rest)];
}

interface Tokens {
  args: Expr[];
  rest: Record<string, Expr>;
}

/** Reads a tree of tokens as arguments: `a = b`, `a(b)`, `a`, a text. */
function tokensOf(tree: Node | null, turn: Turn): Tokens {
  const tokens: Tokens = { args: [], rest: {} };
  const parts = (tree?.children ?? []).slice(1, -1);
  let open: Node[] = [];
  const close = () => {
    if (open.length > 0) argument(open, turn, tokens);
    open = [];
  };
  for (const part of parts) {
    if (part.type === ",") close();
    else open.push(part);
  }
  close();
  return tokens;
}

function argument(nodes: Node[], turn: Turn, { args, rest }: Tokens): void {
  const [head, second] = nodes as [Node, Node | undefined];
  if (second?.type === "=") {
    const after = nodes.slice(2);
    const value = after.length === 1 && after[0] ? valueFor(after[0], turn) : literalText(after);
    const before = rest[head.text];
    rest[head.text] = before
      ? { t: "list", items: [...(before.t === "list" ? before.items : [before]), value], line: lineOf(head) }
      : value;
  } else if (head.type === "identifier" && second?.type === "token_tree") {
    const inner = tokensOf(second, turn);
    rest[head.text] = { t: "call", fn: named(head, turn), args: inner.args, named: inner.rest, line: lineOf(head) };
  } else if (nodes.length > 2 && nodes.every(({ type }, index) => (index % 2 === 1 ? type === "::" : type !== "token_tree"))) {
    args.push(
      pathOf(
        nodes.filter(({ type }) => type !== "::"),
        turn,
      ),
    );
  } else if (nodes.length === 1) {
    const value = valueFor(head, turn);
    args.push(value);
    if (value.t === "name") rest[value.v] ??= NOTHING;
  }
}

const pathOf = (nodes: Node[], turn: Turn): Expr =>
  nodes
    .slice(1)
    .reduce((of: Expr, node): Expr => ({ t: "member", of, name: node.text, line: lineOf(node) }), named(nodes[0] as Node, turn));
const valueFor = (node: Node, turn: Turn): Expr =>
  node.type === "token_tree" ? { t: "list", items: tokensOf(node, turn).args, line: lineOf(node) } : turn(node);
const literalText = (nodes: Node[]): Expr => ({ t: "name", v: nodes.map(({ text }) => text).join(""), line: lineOf(nodes[0] as Node) });

/** A struct or an enumeration with the variants as fields. */
export function classOf(node: Node, turn: Turn): Class {
  const sort = node.type === "enum_item" ? "enum" : "struct";
  return {
    t: "class",
    sort,
    name: textOf(field(node, "name")),
    bases: [],
    notes: attributesBefore(node).flatMap((one) => attributeOf(one, turn)),
    fields: fieldsOf(field(node, "body"), turn),
    methods: [],
    body: [],
    line: lineOf(field(node, "name") ?? node),
    last: node.endPosition.row + 1,
  };
}

function fieldsOf(body: Node | null | undefined, turn: Turn): Field[] {
  if (body?.type === "ordered_field_declaration_list")
    return childrenOf(body)
      .filter(({ type }) => type !== "visibility_modifier" && type !== "attribute_item")
      .map((one, index) => ({ name: String(index), type: typeText(one), notes: [], line: lineOf(one) }));
  return childrenOf(body, "field_declaration", "enum_variant").map((one) => {
    const type = typeText(field(one, "type"));
    const inner = field(one, "body");
    return {
      name: unraw(textOf(field(one, "name"))),
      type,
      optional: type?.startsWith("Option<"),
      notes: attributesBefore(one).flatMap((attribute) => attributeOf(attribute, turn)),
      ...(one.type === "enum_variant" ? { inner: fieldsOf(inner, turn) } : {}),
      line: lineOf(field(one, "name") ?? one),
    };
  });
}

/** A macro: `table!` of Diesel becomes a map of its columns, `format!` a text, any other a call of the texts in it. */
export function macroOf(node: Node, turn: Turn): Expr {
  const name = textOf(field(node, "macro"));
  const tree = childOf(node, "token_tree") ?? null;
  const { args, rest } = tokensOf(tree, turn);
  const call: Call = { t: "call", fn: { t: "name", v: `${name}!`, line: lineOf(node) }, args, named: rest, line: lineOf(node) };
  if (name.endsWith("table")) call.args = [literal(node, tree?.text ?? "")];
  if (name === "vec") return { t: "list", items: args, line: lineOf(node) };
  return call;
}
