import { pythonModule } from "../modules/python.ts";
import type { Project, Source } from "../project.ts";
import type { Interpreter } from "../run/interpret.ts";
import { type Call, type Class, dotted, type Expr, endOf, texts, walk } from "../syntax/tree.ts";
import { classMethods } from "./python-servers.ts";

interface Resource {
  prefix: string;
  view?: Class;
  line: number;
}

const READ = [
  ["GET", "", "list"],
  ["GET", "{pk}/", "retrieve"],
] as const;
const ALL = [
  ...READ,
  ["POST", "", "create"],
  ["PUT", "{pk}/", "update"],
  ["PATCH", "{pk}/", "partial_update"],
  ["DELETE", "{pk}/", "destroy"],
] as const;

/** Django's lists of patterns, from the root down, with what Django REST framework's routers expand to. */
export function collectDjango(project: Project, run: Interpreter): void {
  const files = project.of("python").filter((source) => patternsOf(source).length > 0);
  if (files.length === 0) return;
  const included = new Set<Source>();
  const reader = new Django(project, run, included);
  for (const source of files) reader.includes(source);
  for (const source of files) if (!included.has(source)) reader.list(source, "", [source]);
}

/** What is assigned or added to `urlpatterns`. */
function patternsOf({ tree }: Source, name = "urlpatterns"): Expr[] {
  const found: Expr[] = [];
  walk(tree, (e) => {
    if (e.t === "assign" && e.to.t === "name" && e.to.v === name) found.push(e.value);
    return e.t !== "fn" && e.t !== "class";
  });
  return found;
}

class Django {
  readonly #project: Project;
  readonly #run: Interpreter;
  readonly #included: Set<Source>;

  constructor(project: Project, run: Interpreter, included: Set<Source>) {
    this.#project = project;
    this.#run = run;
    this.#included = included;
  }

  /** Marks what a list includes, so that it is not taken for a root. */
  includes(source: Source): void {
    walk(source.tree, (e) => {
      if (e.t === "call" && endOf(e.fn) === "include") {
        const file = this.#target(e.args[0], source);
        if (file && file !== source) this.#included.add(file);
      }
    });
  }

  list(source: Source, prefix: string, seen: Source[], name?: string): void {
    for (const e of patternsOf(source, name)) this.#entries(e, source, prefix, seen);
  }

  #entries(e: Expr, source: Source, prefix: string, seen: Source[]): void {
    if (e.t === "list") for (const item of e.items) this.#entries(item, source, prefix, seen);
    else if (e.t === "other") for (const part of e.parts) this.#entries(part, source, prefix, seen);
    else if (e.t === "text") for (const part of e.parts) this.#entries(part, source, prefix, seen);
    else if (e.t === "member" && e.name === "urls") this.#router(e.of, source, prefix);
    else if (e.t === "call") this.#entry(e, source, prefix, seen);
    else if (e.t === "name" && e.v !== "urlpatterns") this.list(source, prefix, seen, e.v);
  }

  #entry(e: Call, source: Source, prefix: string, seen: Source[]): void {
    const kind = endOf(e.fn);
    if (kind === "format_suffix_patterns" || kind === "i18n_patterns") {
      for (const arg of e.args) if (!(arg.t === "name" && arg.v === "urlpatterns")) this.#entries(arg, source, prefix, seen);
      return;
    }
    if (!["path", "re_path", "url"].includes(kind)) return;
    const own = this.#run.text(e.args[0] ?? e.named.route, this.#run.module(source));
    const view = e.args[1] ?? e.named.view;
    if (own === undefined) {
      this.#project.cannotRead({ file: source.path, line: e.line }, "route", "its path is computed");
      return;
    }
    const whole = prefix + (kind === "path" ? own : fromRegex(own));
    if (view?.t === "call" && endOf(view.fn) === "include") this.#include(view.args[0], source, whole, seen);
    else if (view?.t === "member" && view.name === "urls" && dotted(view) === "admin.site.urls") return;
    else if (view?.t === "member" && view.name === "urls") this.#router(view.of, source, whole);
    else
      for (const verb of this.#verbs(view, source))
        this.#tell(
          verb,
          whole,
          dotted(view) || (view ? endOf(view.t === "call" && view.fn.t === "member" ? view.fn.of : view) : undefined),
          source,
          e.line,
        );
  }

  #include(target: Expr | undefined, source: Source, prefix: string, seen: Source[]): void {
    // A list of patterns, or the module and its namespace as a pair.
    const [head] = target?.t === "list" ? target.items : [];
    if (head?.t === "str" || head?.t === "name") this.#include(head, source, prefix, seen);
    else if (target?.t === "list") this.#entries(head?.t === "list" ? head : target, source, prefix, seen);
    else if (target?.t === "member" && target.name === "urls") this.#router(target.of, source, prefix);
    else if (target?.t === "name" && patternsOf(source, target.v).length > 0) this.list(source, prefix, seen, target.v);
    else {
      const file = this.#target(target, source);
      if (file && !seen.includes(file)) this.list(file, prefix, [...seen, file]);
    }
  }

  #target(target: Expr | undefined, source: Source): Source | undefined {
    const inner = target?.t === "list" ? target.items[0] : target;
    const path = inner?.t === "str" ? inner.v : undefined;
    if (path) return pythonModule(this.#run, source, path);
    const value = inner ? this.#run.value(inner, this.#run.module(source)) : undefined;
    return value?.k === "module" ? value.env.source : undefined;
  }

  #verbs(view: Expr | undefined, source: Source): string[] {
    const ended = view?.t === "call" && view.fn.t === "member" && view.fn.name === "as_view" ? view : undefined;
    if (ended?.fn.t === "member") {
      const actions = ended.args[0];
      if (actions?.t === "map") return actions.entries.flatMap(({ key }) => texts(key)).map((verb) => verb.toUpperCase());
      const made = this.#class(ended.fn.of, source);
      const own = made ? this.#methodsOf(made, source) : [];
      return own.length > 0 ? own : ["GET"];
    }
    const fn = view && this.#run.value(view, this.#run.module(source));
    if (fn?.k !== "fn") return ["ANY"];
    const note = fn.fn.notes.find((one) => ["api_view", "require_http_methods"].includes(endOf(one.fn)));
    if (note) return note.args.length > 0 ? texts(note.args[0]) : ["GET"];
    const plain = fn.fn.notes.map((one) => /^require_(GET|POST|safe)$/.exec(endOf(one.fn))?.[1]).find((one) => one !== undefined);
    return plain ? [plain === "safe" ? "GET" : plain] : compared(fn.fn.body);
  }

  #class(e: Expr, source: Source): { made: Class; source: Source } | undefined {
    const value = this.#run.value(e, this.#run.module(source));
    if (value?.k === "class") return { made: value.made, source: value.env.source };
    return this.#project.classes(endOf(e), source)[0];
  }

  #methodsOf({ made, source }: { made: Class; source: Source }, _near: Source, depth = 0): string[] {
    const own = new Set(classMethods({ k: "class", made, env: this.#run.module(source) }));
    for (const base of made.bases) {
      const name = base.split(".").at(-1) ?? "";
      const inherited = this.#project.classes(name, source)[0];
      if (inherited && inherited.made !== made && depth < 8)
        for (const verb of this.#methodsOf(inherited, source, depth + 1)) own.add(verb);
      else for (const verb of GENERIC[name] ?? []) own.add(verb);
    }
    return [...own];
  }

  /** `router.register("x", XViewSet)` on a router: its resources, expanded. */
  #router(e: Expr, source: Source, prefix: string): void {
    const of = e.t === "member" ? this.#run.value(e.of, this.#run.module(source)) : undefined;
    const home = of?.k === "module" ? of.env.source : source;
    const handed =
      source.tree.t === "other"
        ? source.tree.parts.flatMap((part) => (part.t === "import" ? part.names : [])).find(({ local }) => local === endOf(e))
        : undefined;
    const file = this.#home(endOf(e), home, source);
    const name = file === source ? endOf(e) : (handed?.name ?? endOf(e));
    for (const { prefix: own, view, line } of this.#registered(file, name)) {
      const base = `${prefix}${own}/`.replace(/^\/\//, "/");
      if (!view) this.#project.cannotRead({ file: file.path, line }, `routes of ${own}`, "its view set is not in the code");
      for (const [verb, end] of view ? this.#expanded(view, file) : []) this.#tell(verb, base + end, view?.name, file, line);
    }
  }

  #home(name: string, home: Source, source: Source): Source {
    if (this.#registered(home, name).length > 0) return home;
    const imported =
      source.tree.t === "other"
        ? source.tree.parts.find((part) => part.t === "import" && part.names.some(({ local }) => local === name))
        : undefined;
    return imported?.t === "import" ? (pythonModule(this.#run, source, imported.from) ?? home) : home;
  }

  #registered(source: Source, name: string): Resource[] {
    const found: Resource[] = [];
    walk(source.tree, (e) => {
      if (e.t !== "call" || e.fn.t !== "member" || e.fn.name !== "register" || endOf(e.fn.of) !== name) return;
      const prefix = this.#run.text(e.args[0] ?? e.named.prefix, this.#run.module(source));
      const view = e.args[1] ?? e.named.viewset;
      if (prefix !== undefined && view) found.push({ prefix: fromRegex(prefix), view: this.#class(view, source)?.made, line: e.line });
    });
    return found;
  }

  #expanded(view: Class, source: Source): [string, string][] {
    const own = this.#project.classes(view.name, source)[0]?.source ?? source;
    const bases = this.#bases(view, own);
    const methods = new Set([view, ...bases.classes].flatMap(({ methods }) => methods.map(({ name }) => name ?? "")));
    const allowed = view.fields.find(({ name }) => name === "http_method_names")?.value;
    const only = allowed ? texts(allowed).map((verb) => verb.toUpperCase()) : undefined;
    const lookup = view.fields.find(({ name }) => name === "lookup_field")?.value;
    const key = lookup?.t === "str" ? lookup.v : "pk";
    const standard = ALL.filter(
      ([, , action]) =>
        methods.has(action) ||
        bases.names.some((base) => actionsOf(base).includes(action)) ||
        (action === "partial_update" && methods.has("update")),
    );
    const extra = [view, ...bases.classes].flatMap(({ methods: all }) => all.flatMap((method) => actions(method)));
    return [
      ...standard.map(([verb, end]): [string, string] => [verb, end.replace("pk", key)]),
      ...extra.map(([verb, end]): [string, string] => [verb, end.replace("{pk}", `{${key}}`)]),
    ].filter(([verb]) => !only || only.includes(verb));
  }

  #bases(view: Class, source: Source, depth = 0): { classes: Class[]; names: string[] } {
    const classes: Class[] = [];
    const names: string[] = [];
    for (const base of view.bases) {
      const name = base.split(".").at(-1) ?? "";
      names.push(name);
      const found = depth < 8 ? this.#project.classes(name, source).find(({ made }) => made !== view) : undefined;
      if (!found) continue;
      classes.push(found.made);
      const above = this.#bases(found.made, found.source, depth + 1);
      classes.push(...above.classes);
      names.push(...above.names);
    }
    return { classes, names };
  }

  #tell(method: string, path: string, handler: string | undefined, source: Source, line: number): void {
    this.#project.routes.push({ method, path: `/${path}`.replace(/\/{2,9}/g, "/"), handler, framework: "django", file: source.path, line });
  }
}

/** `@action(detail=True, methods=["post"])` */
function actions(method: Class["methods"][number]): [string, string][] {
  return method.notes.flatMap((note): [string, string][] => {
    if (endOf(note.fn) !== "action") return [];
    const verbs = texts(note.named.methods ?? note.args[0]);
    const path = note.named.url_path?.t === "str" ? fromRegex(note.named.url_path.v) : (method.name ?? "");
    const detail = note.named.detail?.t === "name" && note.named.detail.v === "True";
    return (verbs.length > 0 ? verbs : ["get"]).map((verb) => [verb.toUpperCase(), `${detail ? "{pk}/" : ""}${path}/`]);
  });
}

function actionsOf(base: string): string[] {
  const mixin = /^(List|Retrieve|Create|Update|Destroy)ModelMixin$/.exec(base)?.[1]?.toLowerCase();
  if (mixin === "update") return ["update", "partial_update"];
  if (mixin) return [mixin];
  if (base === "ReadOnlyModelViewSet") return ["list", "retrieve"];
  return base === "ModelViewSet" ? ALL.map(([, , action]) => action) : [];
}

const GENERIC: Record<string, string[]> = {
  ListAPIView: ["GET"],
  RetrieveAPIView: ["GET"],
  CreateAPIView: ["POST"],
  DestroyAPIView: ["DELETE"],
  UpdateAPIView: ["PUT", "PATCH"],
  ListCreateAPIView: ["GET", "POST"],
  RetrieveUpdateAPIView: ["GET", "PUT", "PATCH"],
  RetrieveDestroyAPIView: ["GET", "DELETE"],
  RetrieveUpdateDestroyAPIView: ["GET", "PUT", "PATCH", "DELETE"],
  ListView: ["GET"],
  DetailView: ["GET"],
  TemplateView: ["GET"],
  RedirectView: ["GET"],
  CreateView: ["GET", "POST"],
  UpdateView: ["GET", "POST"],
  DeleteView: ["GET", "POST"],
  FormView: ["GET", "POST"],
  ListModelMixin: [],
  TokenObtainPairView: ["POST"],
  TokenRefreshView: ["POST"],
};

/** A view as a function that compares `request.method`. */
function compared(body: readonly Expr[]): string[] {
  const found = new Set<string>();
  walk({ t: "other", parts: [...body], line: 0 }, (e) => {
    if (e.t === "other" && e.parts.some((part) => part.t === "member" && part.name === "method"))
      for (const part of e.parts) for (const word of texts(part)) if (/^[A-Z]{3,7}$/.test(word)) found.add(word);
  });
  return found.size > 0 ? [...new Set(["GET", ...found])] : ["GET"];
}

/** Django's older paths are expressions: groups with a name become parameters. */
function fromRegex(pattern: string): string {
  return pattern
    .replace(/^\^|\$$|\\Z$/g, "")
    .replace(/\(\?P<(\w{1,60})>(?:[^()]|\([^()]{0,99}\)){0,200}\)/g, "{$1}")
    .replace(/\\([./-])/g, "$1")
    .replace(/\/\?$/, "/");
}
