import { pythonModule } from "../../modules/python.ts";
import type { Source } from "../../project.ts";
import { type Call, dotted, type Expr, endOf } from "../../syntax/tree.ts";
import { router } from "./rest.ts";
import { verbs } from "./views.ts";
import { fromRegex, patternsOf, type Reading, tell } from "./words.ts";

/** Tells what a list of patterns leads to, below a prefix. */
export function patternList(on: Reading, source: Source, prefix: string, seen: Source[], name?: string): void {
  for (const e of patternsOf(source, name)) entries(on, e, source, prefix, seen);
}

function entries(on: Reading, e: Expr, source: Source, prefix: string, seen: Source[]): void {
  if (e.t === "list") for (const item of e.items) entries(on, item, source, prefix, seen);
  else if (e.t === "other") for (const part of e.parts) entries(on, part, source, prefix, seen);
  else if (e.t === "text") for (const part of e.parts) entries(on, part, source, prefix, seen);
  else if (e.t === "member" && e.name === "urls") router(on, e.of, source, prefix);
  else if (e.t === "call") entry(on, e, source, prefix, seen);
  else if (e.t === "name" && e.v !== "urlpatterns") patternList(on, source, prefix, seen, e.v);
}

function entry(on: Reading, e: Call, source: Source, prefix: string, seen: Source[]): void {
  const kind = endOf(e.fn);
  if (kind === "format_suffix_patterns" || kind === "i18n_patterns") {
    for (const arg of e.args) if (!(arg.t === "name" && arg.v === "urlpatterns")) entries(on, arg, source, prefix, seen);
    return;
  }
  if (!["path", "re_path", "url"].includes(kind)) return;
  const own = on.run.text(e.args[0] ?? e.named.route, on.run.module(source));
  const view = e.args[1] ?? e.named.view;
  if (own === undefined) {
    on.project.cannotRead({ file: source.path, line: e.line }, "route", "its path is computed");
    return;
  }
  const whole = prefix + (kind === "path" ? own : fromRegex(own));
  if (view?.t === "call" && endOf(view.fn) === "include") include(on, view.args[0], source, whole, seen);
  else if (view?.t === "member" && view.name === "urls" && dotted(view) === "admin.site.urls")
    outside(on, "admin.site.urls", source, e.line);
  else if (view?.t === "member" && view.name === "urls") router(on, view.of, source, whole);
  else
    for (const verb of verbs(on, view, source))
      tell(
        on,
        verb,
        whole,
        dotted(view) || (view ? endOf(view.t === "call" && view.fn.t === "member" ? view.fn.of : view) : undefined),
        source,
        e.line,
      );
}

function include(on: Reading, target: Expr | undefined, source: Source, prefix: string, seen: Source[]): void {
  // A list of patterns, or the module and its namespace as a pair.
  const [head] = target?.t === "list" ? target.items : [];
  if (head?.t === "str" || head?.t === "name") include(on, head, source, prefix, seen);
  else if (target?.t === "list") entries(on, head?.t === "list" ? head : target, source, prefix, seen);
  else if (target?.t === "member" && target.name === "urls") router(on, target.of, source, prefix);
  else if (target?.t === "name" && patternsOf(source, target.v).length > 0) patternList(on, source, prefix, seen, target.v);
  else {
    const file = targetOf(on, target, source);
    if (file && !seen.includes(file)) patternList(on, file, prefix, [...seen, file]);
    else if (!file && target) outside(on, target.t === "str" ? target.v : dotted(target), source, target.line);
  }
}

function outside({ project }: Reading, what: string, source: Source, line: number): void {
  project.cannotRead({ file: source.path, line }, `routes of ${what}`.trim(), "they stand in a library");
}

/** @returns the file that `include` names. */
export function targetOf(on: Reading, target: Expr | undefined, source: Source): Source | undefined {
  const inner = target?.t === "list" ? target.items[0] : target;
  const path = inner?.t === "str" ? inner.v : undefined;
  if (path) return pythonModule(on.run, source, path);
  const value = inner ? on.run.value(inner, on.run.module(source)) : undefined;
  return value?.k === "module" ? value.env.source : undefined;
}
