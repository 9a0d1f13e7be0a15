import type { Source } from "../../project.ts";
import { type Expr, endOf, keyOf, walk } from "../../syntax/tree.ts";
import { inOrder } from "../schema.ts";

/** Alembic's migrations name the one before; all others are in the order of their names. */
export function ordered(files: Source[]): Source[] {
  const revisions = new Map<string, { source: Source; down?: string }>();
  for (const source of files) {
    let own: string | undefined;
    let down: string | undefined;
    if (source.language === "python")
      walk(source.tree, (e) => {
        if (e.t === "assign" && e.to.t === "name" && e.value.t === "str") {
          if (e.to.v === "revision") own = e.value.v;
          if (e.to.v === "down_revision") down = e.value.v;
        }
        return e.t !== "fn";
      });
    if (own) revisions.set(own, { source, ...(down ? { down } : {}) });
  }
  const depth = (id: string | undefined, seen = 0): number => {
    const found = id === undefined || seen > 5_000 ? undefined : revisions.get(id);
    return found ? 1 + depth(found.down, seen + 1) : 0;
  };
  const deep = new Map([...revisions].map(([id, { source }]) => [source, depth(id)]));
  return files.sort((a, b) => (deep.get(a) ?? 0) - (deep.get(b) ?? 0) || inOrder(a.path, b.path));
}

/** The bodies that lead up. */
export function ways({ tree, language }: Source): Expr[][] {
  const found: Expr[][] = [];
  const isUp = (name: string | undefined) => name !== undefined && /^(?:up|change|upgrade|Up|safeUp|self\.up)$/.test(name);
  walk(tree, (e) => {
    if (e.t === "fn" && isUp(e.name)) found.push(e.body);
    else if (e.t === "assign" && isUp(keyOf(e.to)) && e.value.t === "fn") found.push(e.value.body);
    else if (e.t === "map") for (const { key, value } of e.entries) if (isUp(keyOf(key)) && value.t === "fn") found.push(value.body);
    if (e.t === "call" && endOf(e.fn) === "define" && language === "ruby") {
      const block = e.args.at(-1);
      if (block?.t === "fn") found.push(block.body);
    }
    return e.t !== "fn";
  });
  return found;
}
