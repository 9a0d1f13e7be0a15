import type { Project, Source } from "../project.ts";
import type { Interpreter } from "../run/interpret.ts";
import { type Call, type Class, type Expr, endOf, entry, type Fn, type NOTHING } from "../syntax/tree.ts";
import { joinPaths } from "./emit.ts";
import { placeholders, settingsOf } from "./prefixes.ts";

/** A framework whose routes stand above the methods of a class. */
export interface Style {
  framework: string;
  language: string;
  /** The annotation that makes a class a controller, or gives it a prefix. */
  controller: RegExp;
  /** The verb of an annotation, ANY included; none where it is no route. */
  verb(note: Call, run: Interpreter, source: Source): string[] | undefined;
  /** The paths of an annotation, as expressions; one that is not given is the empty path. */
  paths(note: Call): (Expr | undefined)[];
  /** What the class gives. */
  prefixes?(made: Class, run: Interpreter, source: Source): (string | undefined)[];
  /** Annotations that others may be made of. */
  mapping?: RegExp;
  /** Whether the class may be without an annotation of its own. */
  bare?: boolean;
  /** Turns a whole path into how it is told. */
  finish?(path: string, made: Class, method: Fn, note: Call): string;
  /** A path that begins anew and takes no prefix. */
  anew?(path: string): string | undefined;
}

/** Finds the routes of classes with annotations. */
export function collectControllers(project: Project, run: Interpreter, style: Style, prefix: (source: Source) => string[]): void {
  for (const source of project.of(...(style.language === "javascript" ? ["javascript", "typescript"] : [style.language])))
    visit(source.tree, (made) => controller(project, run, style, source, made, prefix));
}

function visit(e: Expr, found: (made: Class) => void): void {
  if (e.t === "class") {
    found(e);
    for (const inner of e.body) visit(inner, found);
  } else if (e.t === "other") for (const part of e.parts) visit(part, found);
  else if (e.t === "export") for (const { value } of e.names) visit(value, found);
}

/** Annotations that are made of others stand for these, with what they are given themselves. */
function composed(project: Project, source: Source, notes: Call[], style: Style): Call[] {
  if (style.language !== "java") return notes;
  return notes.flatMap((note) => {
    const made = project.classes(endOf(note.fn), source).find((one) => one.made.sort === "interface")?.made;
    const inner = made?.notes.filter(({ fn }) => style.mapping?.test(endOf(fn))) ?? [];
    if (inner.length === 0) return [note];
    return inner.map((one) => ({
      ...one,
      args: note.args.length > 0 ? note.args : one.args,
      named: { ...one.named, ...note.named },
      line: note.line,
    }));
  });
}

function controller(
  project: Project,
  run: Interpreter,
  style: Style,
  source: Source,
  given: Class,
  prefix: (source: Source) => string[],
): void {
  const notes_ = composed(project, source, given.notes, style);
  const made =
    notes_.length === given.notes.length && notes_.every((note, at) => note === given.notes[at]) ? given : { ...given, notes: notes_ };
  const above = made.notes.some(
    (note) => style.controller.test(endOf(note.fn)) && endOf(note.fn) !== "RestController" && endOf(note.fn) !== "Controller",
  )
    ? []
    : inheritedNotes(project, source, made, style);
  const notes = above.length > 0 ? [...made.notes, ...above] : made.notes;
  if (made.sort === "interface" && !style.bare) return;
  if (!style.bare && !notes.some((note) => style.controller.test(endOf(note.fn)))) return;
  const own = notes === made.notes ? made : { ...made, notes };
  const fronts = style.prefixes?.(own, run, source) ?? classPaths(own, run, source, style);
  for (const method of [...made.methods, ...inherited(project, source, made, style)])
    for (const note of composed(project, source, method.notes, style)) {
      const verbs = style.verb(note, run, source);
      if (!verbs) continue;
      for (const expression of style.paths(note)) {
        const path =
          expression === undefined ? "" : (run.text(expression, run.module(source)) ?? constantOf(expression, made, run, source));
        for (const front of fronts) tell(project, style, { verbs, path, front, note, made, method, source }, prefix(source));
      }
    }
}

interface Found {
  verbs: string[];
  path: string | undefined;
  front: string | undefined;
  note: Call;
  made: Class;
  method: Fn;
  source: Source;
}

function tell(project: Project, style: Style, { verbs, path, front, note, made, method, source }: Found, before: string[]): void {
  const place = { file: source.path, line: note.line };
  if (path === undefined || front === undefined) {
    project.cannotRead(
      place,
      `route ${verbs.join(", ")} of ${made.name}.${method.name}`,
      path === undefined ? "its path is computed" : "a prefix of it is computed",
    );
    return;
  }
  const anew = style.anew?.(path);
  for (const global of before)
    for (const verb of verbs) {
      const joined = anew ?? joinPaths(joinPaths(global, front), path);
      const whole = joined.includes("${") ? placeholders(joined, settingsOf(project)) : joined;
      if (whole === undefined) {
        project.cannotRead(place, `route ${verb} ${joined}`, "a setting stands in its path");
        continue;
      }
      const finished = style.finish ? style.finish(whole, made, method, note) : whole;
      const tidy = `/${finished}`.replace(/\/{2,9}/g, "/");
      project.routes.push({
        method: verb,
        path: tidy.length > 1 && path === "/" ? tidy.replace(/\/$/, "") : tidy,
        handler: `${made.name}.${method.name}`,
        framework: style.framework,
        ...place,
      });
    }
}

function classPaths(made: Class, run: Interpreter, source: Source, style: Style): (string | undefined)[] {
  const found = made.notes.filter((note) => style.controller.test(endOf(note.fn)));
  const paths = found.flatMap((note) => style.paths(note)).filter((path): path is Expr => path !== undefined);
  return paths.length === 0 ? [""] : paths.map((path) => run.text(path, run.module(source)) ?? constantOf(path, made, run, source));
}

/** A constant of the class itself, or of another. */
function constantOf(e: Expr, made: Class, run: Interpreter, source: Source): string | undefined {
  if (e.t === "text") {
    const parts = e.parts.map((part) => (part.t === "str" ? part.v : constantOf(part, made, run, source)));
    return parts.every((part) => part !== undefined) ? parts.join("") : undefined;
  }
  const name = endOf(e);
  const own = made.fields.find((field) => field.name === name);
  if (own?.value)
    return own.value.t === "str"
      ? own.value.v
      : (run.text(own.value, run.module(source)) ?? (own.value.t === "text" ? constantOf(own.value, made, run, source) : undefined));
  const holder = e.t === "member" ? run.project.classes(endOf(e.of), source)[0] : undefined;
  const field = holder?.made.fields.find((one) => one.name === name);
  if (holder && field?.value) return field.value.t === "str" ? field.value.v : constantOf(field.value, holder.made, run, holder.source);
  return undefined;
}

/** Annotations that an interface of the class carries for it. */
function inheritedNotes(project: Project, source: Source, made: Class, style: Style): Call[] {
  if (style.language !== "java") return [];
  return made.bases
    .flatMap((base) => project.classes(base.replace(/<.{0,200}$/, ""), source)[0]?.made.notes ?? [])
    .filter((note) => style.controller.test(endOf(note.fn)) && endOf(note.fn) !== "Controller");
}

function inherited(project: Project, source: Source, made: Class, style: Style): Fn[] {
  if (style.language !== "java" && style.language !== "javascript") return [];
  const own = new Set(
    made.methods.filter((method) => method.notes.some((note) => style.verb(note, undefined as never, source))).map(({ name }) => name),
  );
  return made.bases
    .flatMap((base) => project.classes(base.replace(/[<(].{0,200}$/, ""), source)[0]?.made ?? [])
    .flatMap(({ methods }) => methods.filter(({ name, notes }) => notes.length > 0 && !own.has(name)));
}

/** The first text that an annotation names: by itself, or as its value or path. */
export function pathsOf(note: Call, ...keys: string[]): (Expr | typeof NOTHING | undefined)[] {
  const given =
    note.args.find(({ t }) => t === "str" || t === "text" || t === "list" || t === "member" || t === "name") ??
    entry(note, ...keys) ??
    entry(
      note.args.find(({ t }) => t === "map"),
      ...keys,
    );
  const value = given?.t === "map" ? entry(given, ...keys) : given;
  if (value?.t === "list") return value.items.length > 0 ? value.items : [undefined];
  return [value];
}
