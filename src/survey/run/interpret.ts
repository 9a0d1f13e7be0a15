import { exportedValue, importedValue } from "../modules/resolve.ts";
import type { Project, Source } from "../project.ts";
import { type Call, type Class, dotted, type Expr, endOf, type Fn, type MapOf, type Param } from "../syntax/tree.ts";
import type { Dialect, Runner } from "./dialect.ts";
import { Env, type Router, type Value } from "./values.ts";

const DEEPEST = 24;
const MOST_STEPS = 3_000_000;

/**
 * Follows the code that builds routers, without running it: what is assigned, called, returned and handed over, so that prefixes
 * add up wherever they stand. Everything that it does not know is nothing.
 */
export class Interpreter implements Runner {
  readonly project: Project;
  readonly dialects: readonly Dialect[];
  readonly routers: Router[] = [];
  /** Functions that were called with what they need. */
  readonly called = new Set<Fn>();
  /** Functions that were followed before anybody called them, with the routers that came of it. */
  readonly early = new Map<Fn, { routers: Router[]; needsRouter: boolean }>();
  readonly superseded = new Set<Router>();
  readonly #modules = new Map<Source, Env>();
  readonly #objects = new Map<Class, Value & { k: "object" }>();
  readonly #frameworks = new Map<Source, Dialect[]>();
  readonly #unknown = new Map<Source, Set<string>>();
  readonly #results = new Map<string, Value | undefined>();
  readonly #ids = new WeakMap<object, string>();
  readonly #inside = new WeakMap<object, Env>();
  #nextId = 0;
  #settled = false;
  #depth = 0;
  #steps = 0;

  constructor(project: Project, dialects: readonly Dialect[]) {
    this.project = project;
    this.dialects = dialects;
  }

  /** @returns the names at the top of a file, which is followed once. */
  module(source: Source): Env {
    const known = this.#modules.get(source);
    if (known) return known;
    const env = new Env(source);
    this.#modules.set(source, env);
    if (source.language === "go" || source.language === "rust") collectPending(source.tree, env);
    const before = this.#depth;
    this.#depth = 0;
    this.statements([source.tree], env);
    this.#depth = before;
    return env;
  }

  /** All files were followed: what is not known now will not be known later. */
  settle(): void {
    this.#settled = true;
  }

  /** @returns what a file calls so at its top, whether that was come to or not. */
  topName(source: Source, name: string): Value | undefined {
    const env = this.module(source);
    const known = env.names.get(name);
    const pending = known ? undefined : env.pending.get(name);
    if (!pending) return known;
    env.pending.delete(name);
    return this.value(pending, env);
  }

  statements(body: readonly Expr[], env: Env): Value | undefined {
    this.#hoist(body, env);
    let result: Value | undefined;
    for (const e of body) {
      const value = this.#statement(e, env);
      if (value) result = value;
    }
    return result;
  }

  #hoist(body: readonly Expr[], env: Env): void {
    for (const e of body) {
      if (e.t === "fn" && e.name && !e.on) env.names.set(e.name, { k: "fn", fn: e, env });
      else if (e.t === "class") {
        env.names.set(e.name, { k: "class", made: e, env });
        if (e.sort === "module") this.#hoist(e.body, env);
      } else if (e.t === "other") this.#hoist(e.parts, env);
      else if (e.t === "export")
        this.#hoist(
          e.names.map(({ value }) => value),
          env,
        );
    }
  }

  /** @returns what is returned. */
  #statement(e: Expr, env: Env): Value | undefined {
    if (e.t === "return") return this.value(e.value, env);
    if (e.t === "other") return e.parts.map((part) => this.#statement(part, env)).findLast((value) => value !== undefined);
    if ((e.t === "fn" || (e.t === "class" && env.source.language === "python")) && e.notes.length > 0)
      for (const note of e.notes) this.#decorated(note, e, env);
    else if (e.t === "class" && e.sort === "module") this.statements(e.body, env);
    else if (e.t === "export") for (const { value } of e.names) this.#statement(value, env);
    else if (e.t !== "fn" && e.t !== "class" && e.t !== "import") this.value(e, env);
    return undefined;
  }

  /** `@app.get("/x")` above a function is a call with the function as its handler. */
  #decorated(note: Call, fn: Expr, env: Env): void {
    if (note.fn.t === "member") this.value({ ...note, args: [...note.args, fn] }, env);
  }

  value(e: Expr | undefined, env: Env): Value | undefined {
    if (!e || this.#steps++ > MOST_STEPS) return undefined;
    switch (e.t) {
      case "str":
        return { k: "text", v: e.v };
      case "text": {
        const parts = e.parts.map((part) => this.text(part, env));
        return parts.every((part) => part !== undefined) ? { k: "text", v: parts.join("") } : undefined;
      }
      case "name":
        return this.#name(e.v, env);
      case "member":
        return this.#member(e.of, e.name, env);
      case "call":
        return this.#call(e, env);
      case "fn":
        return { k: "fn", fn: e, env };
      case "class":
        return { k: "class", made: e, env };
      case "list":
        return { k: "list", items: e.items.map((item) => this.value(item, env) ?? { k: "object", fields: new Map() }) };
      case "map": {
        const literal = e.type ? this.dialectsOf(env.source).find((one) => one.literal?.test(e.type as string)) : undefined;
        if (literal) {
          const router = this.#made(e, literal, env);
          return { k: "router", router };
        }
        const type = e.type?.replace(/^[&*]/, "").split(".").at(-1);
        const made = type ? this.project.classes(type, env.source)[0] : undefined;
        const fields = made ? this.#object(made.made, env).fields : new Map<string, Value>();
        for (const { key, value } of e.entries) {
          const inner = this.value(value, env);
          if (inner) fields.set(key.t === "str" || key.t === "name" ? key.v : endOf(key), inner);
        }
        return { k: "object", type, made: made?.made, env: made ? this.module(made.source) : env, fields };
      }
      case "assign":
        return this.#assign(e.to, e.value, env);
      case "other": {
        // Alternatives and joined expressions: each is looked into; the first that is known is taken.
        const values = e.parts.map(
          (part) => this.#statement(part, env) ?? (part.t === "name" || part.t === "member" ? this.value(part, env) : undefined),
        );
        return values.find((value) => value !== undefined);
      }
      default:
        return undefined;
    }
  }

  /** A command that is written as a literal is the same one wherever its function is followed from. */
  #made(e: MapOf, dialect: Dialect, env: Env): Router {
    const router = this.router(dialect.name, env, e.line);
    dialect.fill?.(e, this, env, router);
    return router;
  }

  text(e: Expr | undefined, env: Env): string | undefined {
    const value = e?.t === "str" ? { k: "text" as const, v: e.v } : this.value(e, env);
    return value?.k === "text" ? value.v : undefined;
  }

  #name(name: string, env: Env): Value | undefined {
    const own = env.find(name) ?? (env.top().pending.has(name) ? this.topName(env.source, name) : undefined);
    if (own) return own;
    const imported = this.#imported(env.source, name);
    if (imported) return imported;
    const ready = this.dialectsOf(env.source).find((one) => one.ready?.test(name) && importsFrom(env.source, one.from));
    if (!ready) return undefined;
    const router = this.router(ready.name, env, 1);
    ready.create?.({ t: "call", fn: { t: "name", v: name, line: 1 }, args: [], named: {}, line: 1 }, this, env, router);
    env.top().names.set(name, { k: "router", router });
    return { k: "router", router };
  }

  /** Most names are of libraries: that nothing of the project is behind one is kept. */
  #imported(source: Source, name: string): Value | undefined {
    const none = this.#unknown.get(source) ?? new Set<string>();
    this.#unknown.set(source, none);
    if (none.has(name)) return undefined;
    const value = importedValue(this, source, name);
    if (!value && this.#settled) none.add(name);
    return value;
  }

  #member(of: Expr, name: string, env: Env): Value | undefined {
    const value = this.value(of, env);
    if (!value) return undefined;
    if (value.k === "object") return this.#field(value, name, env);
    if (value.k === "module") return exportedValue(this, value.env.source, name);
    if (value.k === "class") {
      const fixed = value.made.fields.find((field) => field.name === name);
      if (fixed?.value) return this.value(fixed.value, value.env);
      return this.#field(this.#object(value.made, value.env), name, env);
    }
    if (value.k === "router" && (name === "router" || name === "server" || name === "Router" || name === "handler")) return value;
    return undefined;
  }

  #field(object: Value & { k: "object" }, name: string, env: Env): Value | undefined {
    const known = object.fields.get(name);
    if (known) return known;
    const method = object.made?.methods.find((one) => one.name === name);
    if (method) return { k: "fn", fn: method, env: this.#within(object, object.env ?? env) };
    const on = object.made ? this.project.functions(name, env.source.language).find(({ fn }) => fn.on === object.made?.name) : undefined;
    if (on) return { k: "fn", fn: on.fn, env: this.#within(object, this.module(on.source)) };
    const field = object.made?.fields.find((one) => one.name === name);
    if (field?.value && object.env) {
      const value = this.value(field.value, this.#within(object, object.env));
      if (value) object.fields.set(name, value);
      return value;
    }
    const typed = field?.type ? this.typed(field.type, object.env ?? env, field.line) : undefined;
    if (typed) object.fields.set(name, typed);
    return typed;
  }

  #within(object: Value & { k: "object" }, env: Env): Env {
    const known = this.#inside.get(object);
    if (known?.outer === env) return known;
    const inner = new Env(env.source, env);
    for (const self of ["this", "self", "$this"]) inner.names.set(self, object);
    this.#inside.set(object, inner);
    return inner;
  }

  /** One object stands for all of a class. */
  #object(made: Class, env: Env): Value & { k: "object" } {
    let object = this.#objects.get(made);
    if (!object) {
      const home = this.project.classes(made.name, env.source).find((one) => one.made === made)?.source;
      object = { k: "object", made, env: home ? this.module(home) : env, fields: new Map() };
      this.#objects.set(made, object);
    }
    return object;
  }

  /** @returns what something of a type is, where the type says that. */
  typed(type: string, env: Env, line: number): Value | undefined {
    const bare = type.replace(/^[&*:\s]{1,9}(?:mut\s)?/, "").trim();
    const dialect = this.dialectsOf(env.source).find(({ types }) => types?.test(bare));
    if (dialect) {
      const router = this.router(dialect.name, env, line);
      return { k: "router", router };
    }
    const named = this.project.classes(
      bare
        .replace(/<.{0,200}$/, "")
        .split(".")
        .at(-1) ?? "",
      env.source,
    )[0];
    return named && ["class", "struct"].includes(named.made.sort) ? this.#object(named.made, this.module(named.source)) : undefined;
  }

  #assign(to: Expr, from: Expr, env: Env): Value | undefined {
    if (to.t === "name" && env.outer === undefined && env.names.has(to.v) && env.pending.size > 0 && !env.pending.has(to.v))
      return env.names.get(to.v);
    if (to.t === "name" && env.outer === undefined) env.pending.delete(to.v);
    if (to.t === "member") {
      const of = this.value(to.of, env);
      const dialect = of?.k === "router" ? this.#dialect(of.router) : undefined;
      if (of?.k === "router" && dialect?.set) {
        dialect.set(of.router, to.name, from, this, env);
        return undefined;
      }
    }
    const value = this.value(from, env);
    if (to.t === "name") {
      if (value) {
        env.names.set(to.v, value);
      } else env.names.delete(to.v);
    } else if (to.t === "member") {
      const path = dotted(to);
      if (path === "module.exports" && value) env.top().names.set("module.exports", value);
      else if (/^(?:module\.)?exports\./.test(path) && value) env.top().names.set(to.name, value);
      else {
        const of = this.value(to.of, env);
        if (of?.k === "object" && value) of.fields.set(to.name, value);
      }
    } else if (to.t === "map" && value) {
      for (const { key, value: local } of to.entries) {
        const inner =
          value.k === "object"
            ? value.fields.get(endOf(key))
            : value.k === "module"
              ? exportedValue(this, value.env.source, endOf(key))
              : undefined;
        if (inner) env.names.set(endOf(local), inner);
      }
    }
    return value;
  }

  #call(call: Call, env: Env): Value | undefined {
    const name = dotted(call.fn) || requiredName(call.fn);
    const required = name === "require" || name === "import" ? this.text(call.args[0], env) : undefined;
    if (required !== undefined) return importedValue(this, env.source, undefined, required);
    const created = this.#create(call, name, env);
    if (created) return created;
    if (call.fn.t === "member") {
      const of = this.value(call.fn.of, env);
      if (of?.k === "router") {
        const made = this.#dialect(of.router).call(of.router, call.fn.name, call, this, env);
        if (made !== null) return made;
      }
      if (call.fn.name === "forEach" && of?.k === "list") {
        const each = this.value(call.args[0], env);
        for (const item of of.items.slice(0, 200)) this.apply(each, [item], env);
        return undefined;
      }
      if (call.fn.name === "forEach" && call.args[0]?.t === "fn") {
        const inner = new Env(env.source, env);
        this.statements(call.args[0].body, inner);
        this.called.add(call.args[0]);
        return undefined;
      }
    }
    const callee = this.value(call.fn, env);
    const args = call.args.map((arg) => this.value(arg, env));
    for (const arg of Object.values(call.named)) this.value(arg, env);
    if (callee?.k === "fn") return this.apply(callee, args, env);
    if (callee?.k === "class") return this.#construct(callee, args, env);
    if (args.some((arg) => arg?.k === "router") && call.fn.t === "member") return this.#anyMethod(call.fn.name, args, env);
    // What is done later is done all the same.
    for (const arg of args) if (arg?.k === "fn" && !this.called.has(arg.fn)) this.apply(arg, [], env);
    // Middleware that is wrapped around something hands it on.
    const handed = args.find((arg) => arg?.k === "router");
    if (handed && args.length === 1 && /^(?:Box|Some|Ok|cors|wrap|toNodeHandler|serverless|awsLambdaFastify)/i.test(endOf(call.fn)))
      return handed;
    return undefined;
  }

  /** A class of the project that a framework's own stands above. */
  #subclasses(dialect: Dialect, name: string, env: Env): boolean {
    const made = /^[A-Z]\w{0,60}$/.test(name) ? this.project.classes(name, env.source)[0]?.made : undefined;
    return made?.bases.some((base) => dialect.creates.test(base)) ?? false;
  }

  #construct(callee: Value & { k: "class" }, args: (Value | undefined)[], env: Env): Value {
    const object = this.#object(callee.made, callee.env);
    const maker = callee.made.methods.find(({ name }) => name === "constructor" || name === "__init__" || name === "__construct");
    if (maker && !this.called.has(maker)) {
      const inner = { k: "fn" as const, fn: maker, env: this.#within(object, object.env ?? callee.env) };
      for (const [index, param] of maker.params.filter(({ name }) => name !== "self").entries()) {
        const value = args[index];
        if (value) object.fields.set(param.name, value);
      }
      this.apply(inner, maker.params[0]?.name === "self" ? [object, ...args] : args, env);
    }
    return object;
  }

  /** A method of something unknown that is given a router: every method of that name is followed. */
  #anyMethod(name: string, args: (Value | undefined)[], env: Env): Value | undefined {
    const found = this.project
      .functions(name, env.source.language)
      .filter(
        ({ fn }) =>
          fn.params.filter((param) => param.name !== "self").length - (fn.on && env.source.language === "go" ? 1 : 0) === args.length,
      );
    let result: Value | undefined;
    for (const { source, fn } of found.slice(0, 40)) {
      const given =
        fn.on && env.source.language === "go"
          ? [this.#self(fn, source), ...args]
          : fn.params[0]?.name === "self"
            ? [undefined, ...args]
            : args;
      result = this.apply({ k: "fn", fn, env: this.module(source) }, given, env) ?? result;
    }
    return result;
  }

  #self(fn: Fn, source: Source): Value | undefined {
    const made = this.project.classes(fn.on ?? "", source)[0];
    return made ? this.#object(made.made, this.module(made.source)) : undefined;
  }

  apply(value: Value | undefined, args: (Value | undefined)[], _env: Env): Value | undefined {
    if (value?.k !== "fn" || this.#depth > DEEPEST) return undefined;
    const { fn } = value;
    const own = fn.on && value.env.source.language === "go" && fn.params.length === args.length + 1;
    const given = own ? [value.env.find("self") ?? this.#self(fn, value.env.source), ...args] : args;
    if (given.some((arg) => arg?.k === "router") || fn.params.length === 0 || given.length >= fn.params.length) this.called.add(fn);
    const before = this.early.get(fn);
    if (before && (!before.needsRouter || given.some((arg) => arg?.k === "router")))
      for (const router of before.routers) this.superseded.add(router);
    const key = this.#callKey(value, given);
    if (key !== undefined && this.#results.has(key)) return this.#results.get(key);
    // What calls itself knows nothing of its own result yet.
    if (key !== undefined) this.#results.set(key, undefined);
    this.#depth++;
    try {
      const inner = new Env(value.env.source, value.env);
      for (const [index, param] of fn.params.entries()) {
        const arg = given[index];
        this.bind(param, arg, inner);
      }
      const result = this.statements(fn.body, inner);
      if (key !== undefined) this.#results.set(key, result);
      return result;
    } finally {
      this.#depth--;
    }
  }

  /** The same function with the same things comes to the same: it is followed once. */
  #callKey(value: Value & { k: "fn" }, args: (Value | undefined)[]): string | undefined {
    const parts = [this.#idOf(value.fn), this.#idOf(value.env)];
    for (const arg of args) {
      if (arg?.k === "list") return undefined;
      parts.push(
        arg === undefined
          ? "-"
          : arg.k === "text"
            ? `"${arg.v}"`
            : this.#idOf(
                arg.k === "router"
                  ? arg.router
                  : arg.k === "fn"
                    ? arg.fn
                    : arg.k === "class"
                      ? arg.made
                      : arg.k === "module"
                        ? arg.env
                        : arg,
              ),
      );
    }
    return parts.join(" ");
  }

  #idOf(thing: object): string {
    let id = this.#ids.get(thing);
    if (id === undefined) {
      id = String(this.#nextId++);
      this.#ids.set(thing, id);
    }
    return id;
  }

  bind(param: Param, arg: Value | undefined, env: Env): void {
    const name = param.name.replace(/^\$/, "");
    if (arg) env.names.set(name, arg);
    if (arg?.k === "object" && param.name.startsWith("{"))
      for (const [, local] of param.name.matchAll(/(\w{1,80})\s{0,9}[,}]/g)) {
        const field = arg.fields.get(local as string);
        if (field) env.names.set(local as string, field);
      }
  }

  dialectsOf(source: Source): Dialect[] {
    let known = this.#frameworks.get(source);
    if (!known) {
      known = this.dialects.filter(({ languages }) => languages.includes(source.language));
      this.#frameworks.set(source, known);
    }
    return known;
  }

  #dialect(router: Router): Dialect {
    return this.dialects.find(({ name }) => name === router.framework) as Dialect;
  }

  #create(call: Call, name: string, env: Env): Value | undefined {
    if (name === "") return undefined;
    const dialect = this.dialectsOf(env.source).find(
      (one) =>
        (one.creates.test(name) || (call.fn.t === "call" && one.from.test(name)) || this.#subclasses(one, name, env)) &&
        importsFrom(env.source, one.from),
    );
    if (!dialect) return undefined;
    const router = this.router(dialect.name, env, call.line);
    return dialect.create?.(call, this, env, router) || { k: "router", router };
  }

  router(framework: string, env: Env, line: number, prefix: string | undefined = ""): Router {
    const router: Router = { framework, prefix, routes: [], children: [], mounted: false, file: env.source.path, line, extra: new Map() };
    this.routers.push(router);
    return router;
  }

  group(parent: Router, prefix: string | undefined, env: Env, line: number): Router {
    const router = this.router(parent.framework, env, line);
    this.mount(parent, prefix, router, env, line);
    return router;
  }

  mount(parent: Router, prefix: string | undefined, child: Router, env: Env, line: number): void {
    if (parent === child) return;
    child.mounted = true;
    parent.children.push({ prefix, router: child, file: env.source.path, line });
  }

  route(router: Router, method: string, path: string | undefined, handler: Expr | undefined, env: Env, line: number): void {
    router.routes.push({ method, path, handler: handlerName(handler), file: env.source.path, line });
  }
}

export function handlerName(e: Expr | undefined): string | undefined {
  if (e?.t === "fn") return e.name;
  return dotted(e) || (e?.t === "call" ? endOf(e) : undefined) || undefined;
}

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

/** `require("express")()`: what is called is the module. */
function requiredName(e: Expr): string {
  return e.t === "call" && e.fn.t === "name" && e.fn.v === "require" && e.args[0]?.t === "str" ? e.args[0].v : "";
}

function collectPending(tree: Expr, env: Env): void {
  if (tree.t === "other") for (const part of tree.parts) collectPending(part, env);
  else if (tree.t === "assign" && tree.to.t === "name" && tree.value.line > 0) env.pending.set(tree.to.v, tree);
}
