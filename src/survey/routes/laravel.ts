import type { Project, Source } from "../project.ts";
import { type Call, dotted, type Expr, endOf, entry, type Fn, keyOf, texts, walk } from "../syntax/tree.ts";
import { singular } from "./rails-words.ts";

interface Place {
  prefix: string | undefined;
  controller?: string;
  source: Source;
}

const VERBS: Record<string, string[]> = {
  get: ["GET"],
  post: ["POST"],
  put: ["PUT"],
  patch: ["PATCH"],
  delete: ["DELETE"],
  options: ["OPTIONS"],
  any: ["ANY"],
  view: ["GET"],
  redirect: ["ANY"],
  permanentRedirect: ["ANY"],
};
const WEB = [
  ["index", "GET", ""],
  ["create", "GET", "/create"],
  ["store", "POST", ""],
  ["show", "GET", "/{}"],
  ["edit", "GET", "/{}/edit"],
  ["update", "PUT", "/{}"],
  ["update", "PATCH", "/{}"],
  ["destroy", "DELETE", "/{}"],
] as const;
const SINGLE = [
  ["show", "GET", ""],
  ["edit", "GET", "/edit"],
  ["update", "PUT", ""],
  ["update", "PATCH", ""],
] as const;

/** Laravel: the calls on `Route`, with the groups around them. */
export function collectLaravel(project: Project): void {
  const files = project.of("php").filter((source) => /(?:^|\/)routes\/.{1,200}\.php$/.test(source.path) || uses(source));
  const inner = new Set<string>();
  for (const source of files)
    walk(source.tree, (e) => {
      const path = required(e);
      if (path) for (const one of files) if (one.path.endsWith(path) && one !== source) inner.add(one.path);
    });
  const reader = new Laravel(project, files);
  const given = prefixes(project);
  for (const source of files) {
    if (inner.has(source.path)) continue;
    const name = /(?:^|\/)routes\/(.{1,200}\.php)$/.exec(source.path)?.[1];
    const prefix = name === undefined ? "" : (given.get(name) ?? (name === "api.php" ? (given.has("*") ? "" : "api") : ""));
    reader.body(source.tree, { prefix, source });
  }
}

const uses = ({ tree }: Source): boolean => {
  let found = false;
  walk(tree, (e) => {
    if (e.t === "import" && e.from === "Illuminate\\Support\\Facades\\Route") found = true;
    return !found;
  });
  return found;
};

/** `require base_path("routes/x.php")`, `require __DIR__ . "/x.php"` */
function required(e: Expr): string | undefined {
  if (e.t !== "call" || endOf(e.fn) !== "require") return undefined;
  const [arg] = e.args;
  const inner = arg?.t === "call" ? arg.args[0] : arg?.t === "text" ? arg.parts.at(-1) : arg;
  return inner?.t === "str" ? inner.v.replace(/^\/|^\.\//, "") : undefined;
}

/** What the provider of routes, or `bootstrap/app.php`, puts in front of a file. */
function prefixes(project: Project): Map<string, string> {
  const found = new Map<string, string>();
  for (const source of project.of("php"))
    walk(source.tree, (e) => {
      if (e.t !== "call") return;
      const name = endOf(e.fn);
      if (name === "withRouting") {
        const prefix = entry(e, "apiPrefix");
        if (prefix?.t === "str") found.set("api.php", prefix.v);
        for (const file of texts(entry(e, "api"))) found.set(file.split("/").at(-1) ?? "", found.get("api.php") ?? "api");
      }
      if (name !== "group" || !/RouteServiceProvider|bootstrap\/app/.test(source.path)) return;
      const file = e.args
        .map((arg) => (arg.t === "call" && endOf(arg) === "base_path" ? texts(arg.args[0])[0] : undefined))
        .find((one) => one !== undefined);
      if (file?.startsWith("routes/")) found.set(file.slice(7), chainPrefix(e) ?? "");
    });
  return found;
}

function chainPrefix(call: Call): string | undefined {
  const parts: string[] = [];
  for (let at: Expr | undefined = call; at?.t === "call"; at = at.fn.t === "member" ? at.fn.of : undefined)
    if (endOf(at.fn) === "prefix") parts.unshift(texts(at.args[0])[0] ?? "");
  return parts.length > 0 ? parts.join("/") : undefined;
}

class Laravel {
  readonly #project: Project;
  readonly #files: readonly Source[];
  constructor(project: Project, files: readonly Source[]) {
    this.#project = project;
    this.#files = files;
  }

  body(e: Expr, at: Place): void {
    const parts = e.t === "other" ? e.parts : e.t === "fn" ? e.body : [e];
    for (const part of parts) {
      if (part.t === "other") this.body(part, at);
      else if (part.t === "return" || part.t === "assign") this.#statement(part.value, at);
      else if (part.t === "class" && !/(?:^|\/)routes\//.test(at.source.path)) for (const method of part.methods) this.body(method, at);
      else this.#statement(part, at);
    }
  }

  #statement(e: Expr, at: Place): void {
    if (e.t !== "call") return;
    const file = required(e);
    if (file) this.#file(file, at);
    const chain = chainOf(e);
    if (chain.length === 0) return;
    let inner = at;
    for (const call of chain) inner = this.#step(call, inner, chain) ?? inner;
  }

  #file(path: string, at: Place): void {
    const source = this.#files.find((one) => one.path.endsWith(path));
    if (source && source !== at.source) this.body(source.tree, { ...at, source });
  }

  #step(call: Call, at: Place, chain: readonly Call[]): Place | undefined {
    const name = endOf(call.fn);
    const [first] = call.args;
    if (name === "prefix" && !verbIn(chain)) return { ...at, prefix: under(at.prefix, textOf(first)) };
    if (name === "controller") return { ...at, controller: keyOf(first?.t === "member" ? first.of : first) };
    if (name === "group") {
      const options = call.args.length > 1 ? first : undefined;
      const prefix = entry(options, "prefix");
      const inside = prefix ? { ...at, prefix: under(at.prefix, textOf(prefix)) } : at;
      const body = call.args.at(-1);
      if (body?.t === "fn") this.#follow(body, inside);
      else if (body?.t === "call" && endOf(body) === "base_path") this.#file(texts(body.args[0])[0] ?? "\n", inside);
      else if (body?.t === "text" || body?.t === "str")
        this.#file((body.t === "str" ? body.v : (texts(body.parts.at(-1))[0] ?? "\n")).replace(/^\//, ""), inside);
      return undefined;
    }
    if (/^(?:api)?[rR]esources?$/.test(name) || /^(?:api)?[sS]ingletons?$/.test(name)) this.#resources(name, call, at, chain);
    else if (VERBS[name] || name === "match") this.#verb(name, call, at, chain);
    return undefined;
  }

  #follow(fn: Fn, at: Place): void {
    this.body(fn, at);
  }

  #verb(name: string, call: Call, at: Place, chain: readonly Call[]): void {
    const verbs = name === "match" ? texts(call.args[0]).map((verb) => verb.toUpperCase()) : (VERBS[name] as string[]);
    const after = chain.slice(chain.indexOf(call)).find((one) => endOf(one.fn) === "prefix");
    const before = chain.slice(0, chain.indexOf(call)).filter((one) => endOf(one.fn) === "prefix");
    const base = [...before, ...(after ? [after] : [])].reduce(
      (path: string | undefined, one) => under(path, textOf(one.args[0])),
      at.prefix,
    );
    const path = textOf(call.args[name === "match" ? 1 : 0]);
    const action = call.args[name === "match" ? 2 : 1];
    for (const verb of verbs) this.#tell(verb, under(base, path), handlerOf(action, at), at, call.line);
  }

  #resources(name: string, call: Call, at: Place, chain: readonly Call[]): void {
    const [first, second, third] = call.args;
    const many =
      first?.t === "map" ? first.entries.map(({ key, value }) => [textOf(key), value] as const) : [[textOf(first), second] as const];
    const options = first?.t === "map" ? second : third;
    const limit = (key: string) => {
      const chained = chain.find((one) => endOf(one.fn) === key);
      const given = chained ? chained.args.flatMap(texts) : texts(entry(options, key));
      return given.length > 0 ? given : undefined;
    };
    const only = limit("only");
    const except = limit("except") ?? [];
    const isApi = name.startsWith("api");
    const rows = /ingleton/.test(name) ? SINGLE : WEB;
    for (const [path, controller] of many)
      for (const [action, verb, end] of rows) {
        if (only ? !only.includes(action) : except.includes(action) || (isApi && (action === "create" || action === "edit"))) continue;
        this.#tell(
          verb,
          resourcePath(at.prefix, path, end),
          `${keyOf(controller?.t === "member" ? controller.of : controller)}@${action}`,
          at,
          call.line,
        );
      }
  }

  #tell(method: string, path: string | undefined, handler: string | undefined, { source }: Place, line: number): void {
    if (path === undefined) this.#project.cannotRead({ file: source.path, line }, `route ${method}`, "its path is computed");
    else
      this.#project.routes.push({
        method,
        path: `/${path}`.replace(/\/{2,9}/g, "/").replace(/(.)\/$/, "$1"),
        handler,
        framework: "laravel",
        file: source.path,
        line,
      });
  }
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

const verbIn = (chain: readonly Call[]): boolean => chain.some((call) => VERBS[endOf(call.fn)] !== undefined || endOf(call.fn) === "match");
const textOf = (e: Expr | undefined): string | undefined => (e?.t === "str" ? e.v : undefined);
const under = (front: string | undefined, end: string | undefined): string | undefined =>
  front === undefined || end === undefined ? undefined : `${front}/${end}`.replace(/\/{2,9}/g, "/");

function resourcePath(prefix: string | undefined, path: string | undefined, end: string): string | undefined {
  if (path === undefined) return undefined;
  const parts = path.split(".");
  const last = parts.pop() as string;
  const front = parts.map((part) => `${part}/{${key(part)}}`).join("/");
  return under(prefix, `${front ? `${front}/` : ""}${last}${end.replace("{}", `{${key(last)}}`)}`);
}

const key = (word: string): string => singular((word.split("/").at(-1) as string).replaceAll("-", "_"));

function handlerOf(e: Expr | undefined, at: Place): string | undefined {
  if (e?.t === "list") return `${keyOf(e.items[0]?.t === "member" ? e.items[0].of : e.items[0])}@${texts(e.items[1])[0] ?? ""}`;
  if (e?.t === "str") return at.controller && !e.v.includes("@") ? `${at.controller}@${e.v}` : e.v;
  return e?.t === "member" ? keyOf(e.of) : undefined;
}
