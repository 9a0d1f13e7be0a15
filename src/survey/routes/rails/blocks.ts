import type { Project } from "../../project.ts";
import { type Call, dotted, type Expr, endOf, type Fn, texts } from "../../syntax/tree.ts";
import { filled } from "./locals.ts";
import { type Place, tell, textOf } from "./place.ts";
import { resource } from "./resources.ts";
import { handlerOf, VERBS, verb } from "./verbs.ts";
import { under } from "./words.ts";

/** Reads the lines of a block. */
export function blockOf(project: Project, fn: Fn | undefined, at: Place): void {
  for (const e of fn?.body ?? []) lineOf(project, e, at);
}

function lineOf(project: Project, line: Expr, at: Place): void {
  if (line.t === "other") for (const part of line.parts) lineOf(project, part, at);
  if (line.t === "assign" && line.to.t === "name") {
    const [text] = texts(filled(line.value, at.locals));
    if (text !== undefined) at.locals.set(line.to.v, text);
  }
  if (line.t !== "call") return;
  const e = filled(line, at.locals) as Call;
  const name = endOf(e.fn);
  const last = e.args.at(-1);
  const block = last?.t === "fn" ? last : undefined;
  const named = e.args.flatMap(texts);
  if (name === "resources" || name === "resource")
    for (const one of named) resource(project, one, e, at, (inner, place) => blockOf(project, inner, place));
  else if (name === "namespace") {
    const path = e.named.path ? textOf(e.named.path) : named[0];
    for (const _ of named.slice(0, 1))
      blockOf(project, block, {
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
    blockOf(project, block, {
      ...at,
      path: under(at.nested ?? at.path, path),
      module: module ? `${at.module}${module}/` : at.module,
      controller: textOf(e.named.controller) ?? at.controller,
      nested: undefined,
    });
  } else if (name === "member") blockOf(project, block, { ...at, path: at.member ?? at.path, nested: undefined });
  else if (name === "collection") blockOf(project, block, { ...at, path: at.collection ?? at.path, nested: undefined });
  else if (name === "new" && block) blockOf(project, block, { ...at, path: `${at.collection ?? at.path}/new`, nested: undefined });
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
    wrapper(project, name, named, block, at);
  else if (name === "concerns") for (const one of named) blockOf(project, at.concerns.get(one), at);
  else if (name === "root") tell(project, "GET", at.path || "/", handlerOf(e.args[0] ?? e.named.to, at), at, e.line);
  else if (name === "devise_for" || name === "mount" || name === "draw" || name === "use_doorkeeper") outside(project, name, e, at);
  else if (VERBS[name] || name === "match") verb(project, name, e, named, at);
  else if (name === "each" && block && e.fn.t === "member") each(project, e.fn.of, block, at);
  else if (block) blockOf(project, block, at);
}

/** A loop over words is its lines with each of them. */
function each(project: Project, of: Expr, block: Fn, at: Place): void {
  const words = texts(of);
  const [param] = block.params;
  if (words.length === 0 || !param) blockOf(project, block, at);
  else for (const word of words) blockOf(project, block, { ...at, locals: new Map([...at.locals, [param.name, word]]) });
}

function wrapper(project: Project, name: string, named: string[], block: Fn | undefined, at: Place): void {
  if (name === "direct" || name === "resolve") return;
  if (name === "concern") {
    if (block && named[0]) at.concerns.set(named[0], block);
  } else blockOf(project, block, { ...at, controller: name === "controller" ? named[0] : at.controller });
}

function outside(project: Project, name: string, e: Call, at: Place): void {
  if (name === "draw") {
    const path = `${at.source.path.replace(/\.rb$/, "")}/${e.args.flatMap(texts)[0]}.rb`;
    const file = project.sources.get(path);
    const body = file?.tree.t === "other" ? file.tree.parts : file ? [file.tree] : [];
    if (file) for (const line of body) lineOf(project, line, { ...at, source: file });
    return;
  }
  const engine = name === "mount" ? dotted(e.args[0]) : "";
  if (engine !== "" && at.engines?.has(engine)) return;
  project.cannotRead(
    { file: at.source.path, line: e.line },
    `routes of ${name} ${e.args.flatMap(texts).join(" ")}`.trim(),
    "they stand in a library",
  );
}

const moduleOf = (e: Call): string | undefined => textOf(e.named.module);
