import type { Source } from "../project.ts";
import type { Expr } from "../syntax/tree.ts";

const importing = new WeakMap<Source, string[]>();

/** @returns whether a file imports what a framework comes from. */
export function importsFrom(source: Source, from: RegExp): boolean {
  // What is there without an import, as C# may have it.
  if (from.source === ".") return true;
  let all = importing.get(source);
  if (!all) {
    all = importsOf(source.tree);
    importing.set(source, all);
  }
  return all.some((one) => from.test(one));
}

function importsOf(tree: Expr): string[] {
  const found: string[] = [];
  const open: Expr[] = [tree];
  for (let at = open.pop(); at; at = open.pop()) {
    if (at.t === "import") found.push(at.from, ...(at.from === "use" ? at.names.map(({ name }) => name) : []));
    else if (at.t === "other") open.push(...at.parts);
    else if (at.t === "class" && at.sort === "module") open.push(...at.body);
    else if (at.t === "assign" || at.t === "call" || at.t === "member") {
      const call = at.t === "assign" ? at.value : at.t === "member" ? at.of : at;
      if (call.t === "call" && call.fn.t === "name" && call.fn.v === "require" && call.args[0]?.t === "str") found.push(call.args[0].v);
      else if (call.t === "call") open.push(call.fn);
      else if (call.t === "member") open.push(call);
    } else if (at.t === "fn" && at.body.length < 200) open.push(...at.body);
    else if (at.t === "export" && at.from) found.push(at.from);
  }
  return found;
}
