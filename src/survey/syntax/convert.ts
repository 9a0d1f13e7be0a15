import type { Node } from "web-tree-sitter";
import { type Call, type Expr, NOTHING } from "./tree.ts";

/** What a language makes of a kind of node. */
export type Handler = (node: Node, turn: Turn) => Expr;
export type Handlers = Readonly<Record<string, Handler>>;

/** Turns nodes of one file into the common tree. */
export interface Turn {
  (node: Node | null | undefined): Expr;
  all(nodes: readonly Node[]): Expr[];
}

// Beyond that a text is generated, or made to overrun the stack.
const DEEPEST = 600;

/** @returns the common tree of a syntax tree; kinds that a language does not name are led through to what is in them. */
export function convert(root: Node, handlers: Handlers): Expr {
  let depth = 0;
  const turn = ((node: Node | null | undefined): Expr => {
    if (!node || depth > DEEPEST) return NOTHING;
    const handler = handlers[node.type];
    depth++;
    try {
      return handler ? handler(node, turn) : through(node, turn);
    } finally {
      depth--;
    }
  }) as Turn;
  turn.all = (nodes) => nodes.map(turn).filter((e) => e !== NOTHING);
  return turn(root);
}

/** @returns what stands within a node. */
export function through(node: Node, turn: Turn): Expr {
  if (node.namedChildCount === 0) return NOTHING;
  const parts = turn.all(node.namedChildren);
  if (parts.length === 0) return NOTHING;
  return parts.length === 1 ? (parts[0] as Expr) : { t: "other", parts, line: lineOf(node) };
}

export const first: Handler = (node, turn) => turn(node.namedChildren.find(({ type }) => type !== "comment"));
export const skip: Handler = () => NOTHING;
export const named: Handler = (node) => ({ t: "name", v: node.text, line: lineOf(node) });
export const list: Handler = (node, turn) => ({ t: "list", items: turn.all(node.namedChildren), line: lineOf(node) });
export const literal = (node: Node, v: string): Expr => ({ t: "str", v, line: lineOf(node) });

export const lineOf = (node: Node): number => node.startPosition.row + 1;
export const field = (node: Node, name: string): Node | null => node.childForFieldName(name);
export const textOf = (node: Node | null): string => node?.text ?? "";
export const childOf = (node: Node, ...types: string[]): Node | undefined => node.namedChildren.find(({ type }) => types.includes(type));
export const childrenOf = (node: Node | null | undefined, ...types: string[]): Node[] =>
  node ? node.namedChildren.filter(({ type }) => types.length === 0 || types.includes(type)) : [];

/**
 * @param of the grammar's field of what has the member
 * @param name the grammar's field of the member's name
 * @param atName it stands where its name does, which may be lines below what has it
 */
export const memberOf =
  (of: string, name: string, atName = false): Handler =>
  (node, turn) => ({
    t: "member",
    of: turn(field(node, of)),
    name: textOf(field(node, name)),
    line: lineOf((atName && field(node, name)) || node),
  });

/** @param plus the operator that puts texts together */
export const binaryOf =
  (plus: string): Handler =>
  (node, turn) => {
    const parts = [turn(field(node, "left")), turn(field(node, "right"))];
    return textOf(field(node, "operator")) === plus ? joined(node, parts) : { t: "other", parts, line: lineOf(node) };
  };

/** Keys with their values. */
export const pairs: Handler = (node, turn) => ({
  t: "map",
  line: lineOf(node),
  entries: childrenOf(node, "pair").map((pair) => ({ key: turn(field(pair, "key")), value: turn(field(pair, "value")) })),
});

/** A type in one line. */
export const typeText = (node: Node | null | undefined): string | undefined =>
  node?.text.replace(/^:\s{0,9}/, "").replace(/\s{1,99}/g, " ") || undefined;

/** @returns the body of a function: the statements of its block, or the one expression that is its value. */
export function bodyOf(node: Node | null, turn: Turn, blocks: readonly string[]): Expr[] {
  if (!node) return [];
  if (blocks.includes(node.type)) return turn.all(node.namedChildren);
  return [{ t: "return", value: turn(node), line: lineOf(node) }];
}

/** @returns a call of a name with what it is given: what annotations, decorators and attributes come to. */
export function note(node: Node, name: string, args: Expr[] = [], rest: Record<string, Expr> = {}): Call {
  return { t: "call", fn: { t: "name", v: name, line: lineOf(node) }, args, named: rest, line: lineOf(node) };
}

/** @returns the parts of a text: what is literal, and what is put in. */
export function textParts(node: Node, turn: Turn, whole: Record<string, (text: string) => string>, inner: readonly string[]): Expr {
  const parts = node.namedChildren.flatMap((child): Expr[] => {
    const read = whole[child.type];
    if (read) return [literal(child, read(child.text))];
    return inner.includes(child.type) ? [turn(child)] : [];
  });
  if (parts.every(({ t }) => t === "str")) return literal(node, parts.map((part) => (part as { v: string }).v).join(""));
  return { t: "text", parts, line: lineOf(node) };
}

/** @returns two texts as one, known where both are. */
export function joined(node: Node, parts: Expr[]): Expr {
  const flat = parts.flatMap((part) => (part.t === "text" ? part.parts : [part]));
  if (flat.every(({ t }) => t === "str")) return literal(node, flat.map((part) => (part as { v: string }).v).join(""));
  return { t: "text", parts: flat, line: lineOf(node) };
}

/** A loop over what is listed is a call with each of it. */
export function eachOf(node: Node, of: Expr, item: Node | null, body: Expr[]): Expr {
  const line = lineOf(node);
  const each: Expr = { t: "fn", params: item ? [{ name: item.text.slice(0, 200), notes: [], line }] : [], notes: [], body, line };
  return { t: "call", fn: { t: "member", of, name: "forEach", line }, args: [each], named: {}, line };
}

const ESCAPES: Record<string, string> = { n: "\n", t: "\t", r: "\r", "0": "\0" };
export const unescaped = (text: string): string =>
  text.replace(/\\(u\{?[0-9a-fA-F]{2,6}\}?|.)/gs, (_, c: string) =>
    c.length > 1 ? String.fromCodePoint(Math.min(Number.parseInt(c.replace(/[u{}]/g, ""), 16), 0x10ffff)) : (ESCAPES[c] ?? c),
  );
