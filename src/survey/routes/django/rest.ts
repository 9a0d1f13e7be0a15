import { pythonModule } from "../../modules/python.ts";
import type { Source } from "../../project.ts";
import { type Class, type Expr, endOf, texts, walk } from "../../syntax/tree.ts";
import { classOf } from "./views.ts";
import { fromRegex, type Reading, tell } from "./words.ts";

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

/** `router.register("x", XViewSet)` on a router: its resources, expanded. */
export function router(on: Reading, e: Expr, source: Source, prefix: string): void {
  const of = e.t === "member" ? on.run.value(e.of, on.run.module(source)) : undefined;
  const home = of?.k === "module" ? of.env.source : source;
  const handed =
    source.tree.t === "other"
      ? source.tree.parts.flatMap((part) => (part.t === "import" ? part.names : [])).find(({ local }) => local === endOf(e))
      : undefined;
  const file = homeOf(on, endOf(e), home, source);
  const name = file === source ? endOf(e) : (handed?.name ?? endOf(e));
  for (const { prefix: own, view, line } of registered(on, file, name)) {
    const base = `${prefix}${own}/`.replace(/^\/\//, "/");
    if (!view) on.project.cannotRead({ file: file.path, line }, `routes of ${own}`, "its view set is not in the code");
    for (const [verb, end] of view ? expanded(on, view, file) : []) tell(on, verb, base + end, view?.name, file, line);
  }
}

function homeOf(on: Reading, name: string, home: Source, source: Source): Source {
  if (registered(on, home, name).length > 0) return home;
  const imported =
    source.tree.t === "other"
      ? source.tree.parts.find((part) => part.t === "import" && part.names.some(({ local }) => local === name))
      : undefined;
  return imported?.t === "import" ? (pythonModule(on.run, source, imported.from) ?? home) : home;
}

function registered(on: Reading, source: Source, name: string): Resource[] {
  const found: Resource[] = [];
  walk(source.tree, (e) => {
    if (e.t !== "call" || e.fn.t !== "member" || e.fn.name !== "register" || endOf(e.fn.of) !== name) return;
    const prefix = on.run.text(e.args[0] ?? e.named.prefix, on.run.module(source));
    const view = e.args[1] ?? e.named.viewset;
    if (prefix !== undefined && view) found.push({ prefix: fromRegex(prefix), view: classOf(on, view, source)?.made, line: e.line });
  });
  return found;
}

function expanded(on: Reading, view: Class, source: Source): [string, string][] {
  const own = on.project.classes(view.name, source)[0]?.source ?? source;
  const bases = basesOf(on, view, own);
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

function basesOf(on: Reading, view: Class, source: Source, depth = 0): { classes: Class[]; names: string[] } {
  const classes: Class[] = [];
  const names: string[] = [];
  for (const base of view.bases) {
    const name = base.split(".").at(-1) ?? "";
    names.push(name);
    const found = depth < 8 ? on.project.classes(name, source).find(({ made }) => made !== view) : undefined;
    if (!found) continue;
    classes.push(found.made);
    const above = basesOf(on, found.made, found.source, depth + 1);
    classes.push(...above.classes);
    names.push(...above.names);
  }
  return { classes, names };
}

/** `@action(detail=True, methods=["post"])` */
export function actions(method: Class["methods"][number]): [string, string][] {
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
