import type { Node } from "web-tree-sitter";
import { childrenOf, field, type Turn } from "./convert.ts";
import type { Expr } from "./tree.ts";

/** @returns what a call is given: in order, and by name. */
export function argsOf(node: Node | null | undefined, turn: Turn): { args: Expr[]; named: Record<string, Expr> } {
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
