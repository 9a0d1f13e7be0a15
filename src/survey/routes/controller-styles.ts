import { type Call, type Expr, endOf, entry } from "../syntax/tree.ts";
import { pathsOf, type Style } from "./controllers.ts";

const simple =
  (verbs: Record<string, string>) =>
  (note: Call): string[] | undefined =>
    Object.hasOwn(verbs, endOf(note.fn)) ? [verbs[endOf(note.fn)] as string] : undefined;

/** The ends of names: `RequestMethod.GET`, `HttpMethod.GET`, `"GET"`. */
function verbList(e: Expr | undefined): string[] {
  if (!e) return [];
  if (e.t === "list") return e.items.flatMap(verbList);
  return [(e.t === "str" ? e.v : endOf(e)).toUpperCase().replace(/^METHOD_/, "")].filter((one) => one !== "");
}

const SPRING_VERBS = { GetMapping: "GET", PostMapping: "POST", PutMapping: "PUT", PatchMapping: "PATCH", DeleteMapping: "DELETE" };

export const SPRING: Style = {
  framework: "spring",
  language: "java",
  controller: /^(?:RestController|Controller|RequestMapping|RepositoryRestController)$/,
  mapping: /^(?:RestController|Controller|(?:Request|Get|Post|Put|Patch|Delete)Mapping)$/,
  verb(note) {
    const plain = simple(SPRING_VERBS)(note);
    if (plain || endOf(note.fn) !== "RequestMapping") return plain;
    const verbs = verbList(entry(note, "method"));
    return verbs.length > 0 ? verbs : ["ANY"];
  },
  paths: (note) => pathsOf(note, "value", "path"),
  prefixes(made, run, source) {
    const mapping = made.notes.filter((note) => endOf(note.fn) === "RequestMapping");
    const paths = mapping.flatMap((note) => pathsOf(note, "value", "path")).filter((path): path is Expr => path !== undefined);
    const text = (e: Expr) =>
      run.text(e, run.module(source)) ??
      (e.t === "name" ? run.text(made.fields.find(({ name }) => name === e.v)?.value, run.module(source)) : undefined);
    return paths.length === 0 ? [""] : paths.map(text);
  },
};

const JAX_RS_VERB = simple({
  GET: "GET",
  POST: "POST",
  PUT: "PUT",
  PATCH: "PATCH",
  DELETE: "DELETE",
  HEAD: "HEAD",
  OPTIONS: "OPTIONS",
});

export const JAX_RS: Style = {
  framework: "jax-rs",
  language: "java",
  controller: /^Path$/,
  mapping: /^HttpMethod$/,
  verb(note) {
    return endOf(note.fn) === "HttpMethod" ? note.args.flatMap(verbList) : JAX_RS_VERB(note);
  },
  paths: () => [undefined],
  prefixes(made, run, source) {
    const own = made.notes.find((note) => endOf(note.fn) === "Path");
    return [
      own?.args[0]
        ? (run.text(own.args[0], run.module(source)) ??
          run.text(made.fields.find(({ name }) => name === endOf(own.args[0]))?.value, run.module(source)))
        : "",
    ];
  },
  finish(path, _made, method) {
    const own = method.notes.find((note) => endOf(note.fn) === "Path")?.args[0];
    const inner = own?.t === "str" ? own.v : "";
    return inner === "" ? path : `${path.replace(/\/$/, "")}/${inner.replace(/^\//, "")}`;
  },
};

/** Quarkus' reactive routes. */
export const QUARKUS: Style = {
  framework: "quarkus",
  language: "java",
  controller: /^RouteBase$/,
  bare: true,
  verb(note) {
    if (endOf(note.fn) !== "Route" || endOf(entry(note, "type")) === "FAILURE") return undefined;
    const verbs = verbList(entry(note, "methods"));
    return verbs.length > 0 ? verbs : ["ANY"];
  },
  paths: (note) => pathsOf(note, "path"),
};

const MICRONAUT_VERB = simple({
  Get: "GET",
  Post: "POST",
  Put: "PUT",
  Patch: "PATCH",
  Delete: "DELETE",
  Head: "HEAD",
  Options: "OPTIONS",
});

export const MICRONAUT: Style = {
  framework: "micronaut",
  language: "java",
  controller: /^Controller$/,
  verb(note) {
    return endOf(note.fn) === "CustomHttpMethod" ? verbList(note.named.method) : MICRONAUT_VERB(note);
  },
  paths(note) {
    const several = entry(note, "uris");
    return several?.t === "list" ? several.items : pathsOf(note, "value", "uri");
  },
  finish: (path) => path.replace(/\{[?&][^{}]{0,200}\}/g, ""),
};

export const NEST: Style = {
  framework: "nest",
  language: "javascript",
  controller: /^Controller$/,
  verb: simple({
    Get: "GET",
    Post: "POST",
    Put: "PUT",
    Patch: "PATCH",
    Delete: "DELETE",
    Head: "HEAD",
    Options: "OPTIONS",
    All: "ANY",
    Sse: "GET",
    QueryMethod: "QUERY",
  }),
  paths: (note) => pathsOf(note, "path"),
};

const CONVENTIONS = /\[(controller|action|area)\]/gi;

export const ASPNET: Style = {
  framework: "aspnet",
  language: "csharp",
  controller: /^(?:ApiController|Route|RoutePrefix|Controller|Area)$/,
  bare: true,
  verb(note) {
    const verb = /^Http(Get|Post|Put|Patch|Delete|Head|Options)$/.exec(endOf(note.fn))?.[1];
    if (verb) return [verb.toUpperCase()];
    return endOf(note.fn) === "AcceptVerbs" ? note.args.flatMap(verbList) : undefined;
  },
  paths: (note) => (endOf(note.fn) === "AcceptVerbs" ? [entry(note, "Route")] : pathsOf(note, "template", "Template")),
  prefixes(made, run, source) {
    const own = made.notes.filter((note) => /^Route(?:Prefix)?$/.test(endOf(note.fn)));
    const above =
      own.length > 0
        ? []
        : made.bases
            .flatMap((base) => run.project.classes(base.split("<")[0] as string, source)[0]?.made.notes ?? [])
            .filter((note) => endOf(note.fn) === "Route");
    const routes = [...own, ...above];
    return routes.length === 0 ? [""] : routes.map((note) => run.text(note.args[0] ?? note.named.template, run.module(source)));
  },
  anew: (path) => (path.startsWith("/") || path.startsWith("~/") ? path.replace(/^~/, "") : undefined),
  finish: (path, made, method, note) => {
    const route = method.notes.find((one) => endOf(one.fn) === "Route")?.args[0];
    const isBare = endOf(note.fn) === "AcceptVerbs" ? !entry(note, "Route") : note.args.length === 0;
    const inner = route?.t === "str" && isBare ? route.v : "";
    const whole = inner.startsWith("/") || inner.startsWith("~/") ? inner.replace(/^~/, "") : inner === "" ? path : `${path}/${inner}`;
    const area = made.notes.find((one) => endOf(one.fn) === "Area")?.args[0];
    return whole.replace(CONVENTIONS, (_, word: string) =>
      word.toLowerCase() === "controller"
        ? made.name.replace(/Controller$/, "")
        : word.toLowerCase() === "area" && area?.t === "str"
          ? area.v
          : (method.name ?? "").replace(/Async$/, ""),
    );
  },
};

export const SYMFONY: Style = {
  framework: "symfony",
  language: "php",
  controller: /^Route$/,
  bare: true,
  verb(note) {
    if (endOf(note.fn) !== "Route") return undefined;
    const verbs = verbList(entry(note, "methods"));
    return verbs.length > 0 ? verbs : ["ANY"];
  },
  paths(note) {
    const given = note.args[0] ?? entry(note, "path");
    return given?.t === "map" ? given.entries.map(({ value }) => value) : [given];
  },
  prefixes(made, run, source) {
    const own = made.notes.filter((note) => endOf(note.fn) === "Route");
    return own.length === 0
      ? [""]
      : own.flatMap((note) => SYMFONY.paths(note)).map((path) => (path ? run.text(path, run.module(source)) : ""));
  },
};
