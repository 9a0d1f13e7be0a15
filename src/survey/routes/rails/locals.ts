import { dotted, type Expr, texts } from "../../syntax/tree.ts";

/** What names of a file of routes stand for: variables, and the words of a loop. */
export type Locals = ReadonlyMap<string, string>;

/** @returns an expression with the texts that its names stand for; what is not known stays. */
export function filled(e: Expr, locals: Locals): Expr {
  if (e.t === "name" && locals.has(e.v)) return { t: "str", v: locals.get(e.v) as string, line: e.line };
  if (e.t === "text") {
    const parts = e.parts.map((part) => filled(fallback(part), locals));
    return parts.every(({ t }) => t === "str") ? { t: "str", v: parts.flatMap(texts).join(""), line: e.line } : { ...e, parts };
  }
  if (e.t === "list") return { ...e, items: e.items.map((item) => filled(item, locals)) };
  if (e.t !== "call") return e;
  return {
    ...e,
    args: e.args.map((arg) => filled(arg, locals)),
    named: Object.fromEntries(Object.entries(e.named).map(([key, value]) => [key, filled(value, locals)])),
  };
}

/** `ENV.fetch("PART", "here")` is what stands there where nobody has set it. */
function fallback(e: Expr): Expr {
  const given = e.t === "call" && dotted(e.fn) === "ENV.fetch" ? e.args[1] : undefined;
  return given ?? e;
}
