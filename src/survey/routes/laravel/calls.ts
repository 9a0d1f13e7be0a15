import { type Call, dotted, type Expr, endOf, entry, keyOf, texts } from "../../syntax/tree.ts";
import { resources } from "./resources.ts";
import { handlerOf, type Place, type Reading, tell, textOf, under, VERBS } from "./words.ts";

/** `require base_path("routes/x.php")`, `require __DIR__ . "/x.php"` */
export function required(e: Expr): string | undefined {
  if (e.t !== "call" || endOf(e.fn) !== "require") return undefined;
  const [arg] = e.args;
  const inner = arg?.t === "call" ? arg.args[0] : arg?.t === "text" ? arg.parts.at(-1) : arg;
  return inner?.t === "str" ? inner.v.replace(/^\/|^\.\//, "") : undefined;
}

/** Reads the statements of a file or of a group. */
export function bodyOf(on: Reading, e: Expr, at: Place): void {
  const parts = e.t === "other" ? e.parts : e.t === "fn" ? e.body : [e];
  for (const part of parts) {
    if (part.t === "other") bodyOf(on, part, at);
    else if (part.t === "return" || part.t === "assign") statement(on, part.value, at);
    else if (part.t === "class" && !/(?:^|\/)routes\//.test(at.source.path)) for (const method of part.methods) bodyOf(on, method, at);
    else statement(on, part, at);
  }
}

function statement(on: Reading, e: Expr, at: Place): void {
  if (e.t !== "call") return;
  const file = required(e);
  if (file) otherFile(on, file, at);
  const chain = chainOf(e);
  if (chain.length === 0) return;
  let inner = at;
  for (const call of chain) inner = step(on, call, inner, chain) ?? inner;
}

/** A file that is required stands where the call does. */
function otherFile(on: Reading, path: string, at: Place): void {
  const source = on.files.find((one) => one.path.endsWith(path));
  if (source && source !== at.source) bodyOf(on, source.tree, { ...at, source });
}

function step(on: Reading, call: Call, at: Place, chain: readonly Call[]): Place | undefined {
  const name = endOf(call.fn);
  const [first] = call.args;
  if (name === "prefix" && !verbIn(chain)) return { ...at, prefix: under(at.prefix, textOf(first)) };
  if (name === "controller") return { ...at, controller: keyOf(first?.t === "member" ? first.of : first) };
  if (name === "group") {
    const options = call.args.length > 1 ? first : undefined;
    const prefix = entry(options, "prefix");
    const inside = prefix ? { ...at, prefix: under(at.prefix, textOf(prefix)) } : at;
    const body = call.args.at(-1);
    if (body?.t === "fn") bodyOf(on, body, inside);
    else if (body?.t === "call" && endOf(body) === "base_path") otherFile(on, texts(body.args[0])[0] ?? "\n", inside);
    else if (body?.t === "text" || body?.t === "str")
      otherFile(on, (body.t === "str" ? body.v : (texts(body.parts.at(-1))[0] ?? "\n")).replace(/^\//, ""), inside);
    return undefined;
  }
  if (/^(?:api)?[rR]esources?$/.test(name) || /^(?:api)?[sS]ingletons?$/.test(name)) resources(on, name, call, at, chain);
  else if (VERBS[name] || isGiven(name)) verb(on, name, call, at, chain);
  return undefined;
}

/** Tells the routes of a line with a verb. */
export function verb(on: Reading, name: string, call: Call, at: Place, chain: readonly Call[]): void {
  const verbs = isGiven(name) ? texts(call.args[0]).map((verb) => verb.toUpperCase()) : (VERBS[name] as string[]);
  const after = chain.slice(chain.indexOf(call)).find((one) => endOf(one.fn) === "prefix");
  const before = chain.slice(0, chain.indexOf(call)).filter((one) => endOf(one.fn) === "prefix");
  const base = [...before, ...(after ? [after] : [])].reduce(
    (path: string | undefined, one) => under(path, textOf(one.args[0])),
    at.prefix,
  );
  const path = textOf(call.args[isGiven(name) ? 1 : 0]);
  const action = call.args[isGiven(name) ? 2 : 1];
  for (const verb of verbs) tell(on, verb, under(base, path), handlerOf(action, at), at, call.line);
}

/** The calls of a chain that begins at `Route`, or a router. */
function chainOf(e: Call): Call[] {
  const calls: Call[] = [];
  let at: Expr = e;
  while (at.t === "call" && at.fn.t === "member") {
    calls.unshift(at);
    at = at.fn.of;
  }
  return /^(?:Route|\$router|\$this\.router)$/.test(dotted(at)) || dotted(at).endsWith(".router") ? calls : [];
}

const verbIn = (chain: readonly Call[]): boolean => chain.some((call) => VERBS[endOf(call.fn)] !== undefined || isGiven(endOf(call.fn)));

/** `match(["get", "post"], ...)` and `addRoute("GET", ...)` are given their methods. */
const isGiven = (name: string): boolean => name === "match" || name === "addRoute";
