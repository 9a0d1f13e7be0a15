import type { Project, Source } from "../project.ts";
import { type Call, type Expr, endOf, type Fn, texts, walk } from "../syntax/tree.ts";
import { RESOURCE, RESOURCES, singular, under } from "./rails-words.ts";

/** Where a line of `config/routes.rb` stands. */
interface Place {
  path: string;
  /** Prefixes of the handler's name. */
  module: string;
  controller?: string;
  /** The path of the resource, for what belongs to all of it, and to one. */
  collection?: string;
  member?: string;
  /** Where the resources that are nested stand. */
  nested?: string;
  shallow?: string;
  single?: boolean;
  concerns: Map<string, Fn>;
  source: Source;
}

const VERBS: Record<string, string> = {
  get: "GET",
  post: "POST",
  put: "PUT",
  patch: "PATCH",
  delete: "DELETE",
  options: "OPTIONS",
  head: "HEAD",
};

/** Rails: what the blocks of `routes.draw` expand to. */
export function collectRails(project: Project): void {
  const sources = project.of("ruby").filter(({ path }) => /(?:^|\/)routes(?:\.rb|\/.{1,200}\.rb)$/.test(path));
  for (const source of sources)
    walk(source.tree, (e) => {
      const block = e.t === "call" && endOf(e.fn) === "draw" ? e.args.at(-1) : undefined;
      if (block?.t !== "fn") return undefined;
      const rails = new Rails(project);
      rails.block(block, { path: "", module: "", concerns: new Map(), source });
      return false;
    });
}

class Rails {
  readonly #project: Project;
  constructor(project: Project) {
    this.#project = project;
  }

  block(fn: Fn | undefined, at: Place): void {
    for (const e of fn?.body ?? []) this.#line(e, at);
  }

  #line(e: Expr, at: Place): void {
    if (e.t === "other") for (const part of e.parts) this.#line(part, at);
    if (e.t !== "call") return;
    const name = endOf(e.fn);
    const last = e.args.at(-1);
    const block = last?.t === "fn" ? last : undefined;
    const named = e.args.flatMap(texts);
    if (name === "resources" || name === "resource") for (const one of named) this.#resource(one, name === "resource", e, block, at);
    else if (name === "namespace") {
      const path = e.named.path ? textOf(e.named.path) : named[0];
      for (const _ of named.slice(0, 1))
        this.block(block, {
          ...at,
          path: under(at.nested ?? at.path, path ?? ""),
          module: `${at.module}${moduleOf(e) ?? named[0]}/`,
          controller: undefined,
          nested: undefined,
          collection: undefined,
          member: undefined,
        });
    } else if (name === "scope") {
      const path = named[0] ?? textOf(e.named.path) ?? "";
      const module = textOf(e.named.module);
      this.block(block, {
        ...at,
        path: under(at.nested ?? at.path, path),
        module: module ? `${at.module}${module}/` : at.module,
        controller: textOf(e.named.controller) ?? at.controller,
        nested: undefined,
      });
    } else if (name === "member") this.block(block, { ...at, path: at.member ?? at.path, nested: undefined });
    else if (name === "collection") this.block(block, { ...at, path: at.collection ?? at.path, nested: undefined });
    else if (name === "new" && block) this.block(block, { ...at, path: `${at.collection ?? at.path}/new`, nested: undefined });
    else if (
      name === "controller" ||
      [
        "constraints",
        "authenticate",
        "authenticated",
        "unauthenticated",
        "defaults",
        "with_options",
        "shallow",
        "concern",
        "nested",
        "devise_scope",
        "direct",
        "resolve",
      ].includes(name)
    )
      this.#wrapper(name, e, named, block, at);
    else if (name === "concerns") for (const one of named) this.block(at.concerns.get(one), at);
    else if (name === "root") this.#tell("GET", at.path || "/", handlerOf(e.args[0] ?? e.named.to, at), at, e.line);
    else if (name === "devise_for" || name === "mount" || name === "draw" || name === "use_doorkeeper") this.#outside(name, e, at);
    else if (VERBS[name] || name === "match") this.#verb(name, e, named, at);
    else if (block) this.block(block, at);
  }

  #wrapper(name: string, e: Call, named: string[], block: Fn | undefined, at: Place): void {
    if (name === "direct" || name === "resolve") return;
    if (name === "concern") {
      if (block && named[0]) at.concerns.set(named[0], block);
    } else this.block(block, { ...at, controller: name === "controller" ? named[0] : at.controller });
    if (name === "shallow") void e;
  }

  #outside(name: string, e: Call, at: Place): void {
    if (name === "draw") {
      const path = `${at.source.path.replace(/\.rb$/, "")}/${e.args.flatMap(texts)[0]}.rb`;
      const file = this.#project.sources.get(path);
      const body = file?.tree.t === "other" ? file.tree.parts : file ? [file.tree] : [];
      if (file) for (const line of body) this.#line(line, { ...at, source: file });
      return;
    }
    this.#project.cannotRead(
      { file: at.source.path, line: e.line },
      `routes of ${name} ${e.args.flatMap(texts).join(" ")}`.trim(),
      "they stand in a library",
    );
  }

  #verb(name: string, e: Call, named: string[], at: Place): void {
    const verbs = name === "match" ? texts(e.named.via).map((via) => (via === "all" ? "ANY" : via.toUpperCase())) : [VERBS[name] as string];
    const on = textOf(e.named.on);
    const base = on === "member" ? at.member : on === "collection" ? at.collection : (at.nested ?? at.path);
    const first = named[0];
    if (first === undefined && e.args[0] && e.args[0].t !== "map") {
      this.#project.cannotRead({ file: at.source.path, line: e.line }, `route ${verbs.join(", ")}`, "its path is computed");
      return;
    }
    const pairs =
      e.args[0]?.t === "map"
        ? e.args[0].entries.map(({ key, value }) => [textOf(key) ?? "", value] as const)
        : named.map((one) => [one, e.named.to ?? e.named.controller] as const);
    for (const [path, to] of pairs)
      for (const verb of verbs)
        this.#tell(verb, under(base ?? at.path, textOf(e.named.path) ?? path), handlerOf(to, at) ?? actionOf(e, path, at), at, e.line);
  }

  #resource(name: string, single: boolean, e: Call, block: Fn | undefined, at: Place): void {
    const own = textOf(e.named.path) ?? name;
    const key = textOf(e.named.param) ?? "id";
    const base = under(at.nested ?? at.path, own);
    const shallow = e.named.shallow?.t === "name" && e.named.shallow.v === "true" ? at.path : at.shallow;
    const only = e.named.only ? texts(e.named.only) : undefined;
    const except = e.named.except ? texts(e.named.except) : [];
    const controller = `${at.module}${textOf(e.named.module) ? `${textOf(e.named.module)}/` : ""}${textOf(e.named.controller) ?? (single ? `${name}s` : name)}`;
    const member = single ? base : `${shallow !== undefined && at.nested ? under(shallow, own) : base}/:${key}`;
    const api = e.named.format?.t === "str" && !only ? [] : [];
    for (const [action, verb, end] of single ? RESOURCE : RESOURCES) {
      if ((only && !only.includes(action)) || except.includes(action) || api.includes(action as never)) continue;
      if (this.#isApi(at) && (action === "new" || action === "edit") && !only?.includes(action)) continue;
      const path = end.startsWith(":id") ? member + end.slice(3) : base + end;
      this.#tell(verb, path, `${controller}#${action}`, at, e.line);
    }
    const nested = single ? base : `${base}/:${singular(name)}_${key}`;
    const within: Place = { ...at, path: base, nested, collection: base, member, controller, shallow, single };
    for (const concern of texts(e.named.concerns)) this.block(at.concerns.get(concern), within);
    this.block(block, within);
  }

  /** An application without pages has no forms. */
  #isApi({ source }: Place): boolean {
    const root = source.path.replace(/config\/routes.{0,200}$/, "");
    const application = this.#project.sources.get(`${root}config/application.rb`);
    let found = false;
    if (application)
      walk(application.tree, (e) => {
        if (e.t === "assign" && endOf(e.to) === "api_only" && e.value.t === "name" && e.value.v === "true") found = true;
      });
    return found;
  }

  #tell(method: string, path: string, handler: string | undefined, at: Place, line: number): void {
    const whole = `/${path}`.replace(/\/{2,9}/g, "/").replace(/\(\.:format\)$/, "");
    this.#project.routes.push({
      method,
      path: whole.length > 1 ? whole.replace(/\/$/, "") : whole,
      handler,
      framework: "rails",
      file: at.source.path,
      line,
    });
  }
}

const textOf = (e: Expr | undefined): string | undefined => (e?.t === "str" ? e.v : undefined);
const moduleOf = (e: Call): string | undefined => textOf(e.named.module);

function handlerOf(to: Expr | undefined, at: Place): string | undefined {
  const text = textOf(to);
  return text?.includes("#") ? at.module + text : undefined;
}

function actionOf(e: Call, path: string, at: Place): string | undefined {
  const action = textOf(e.named.action) ?? path.split("/").at(-1);
  const controller = textOf(e.named.controller) ?? at.controller;
  return controller
    ? `${controller}#${action}`
    : path.includes("/")
      ? `${at.module}${path.split("/").slice(0, -1).join("/").replace(/^\//, "")}#${action}`
      : undefined;
}
