import type { Project } from "../../project.ts";
import { type Call, endOf, type Fn, texts, walk } from "../../syntax/tree.ts";
import { type Place, tell, textOf } from "./place.ts";
import { RESOURCE, RESOURCES, singular, under } from "./words.ts";

/**
 * Tells the routes that a resource expands to.
 * @param inside reads a block at the place that is given
 */
export function resource(project: Project, name: string, e: Call, at: Place, inside: (block: Fn | undefined, at: Place) => void): void {
  const single = endOf(e.fn) === "resource";
  const last = e.args.at(-1);
  const own = textOf(e.named.path) ?? name;
  const key = textOf(e.named.param) ?? "id";
  const base = under(at.nested ?? at.path, own);
  const shallow = e.named.shallow?.t === "name" && e.named.shallow.v === "true" ? at.path : at.shallow;
  const only = e.named.only ? texts(e.named.only) : undefined;
  const except = e.named.except ? texts(e.named.except) : [];
  const controller = `${at.module}${textOf(e.named.module) ? `${textOf(e.named.module)}/` : ""}${textOf(e.named.controller) ?? (single ? `${name}s` : name)}`;
  const member = single ? base : `${shallow !== undefined && at.nested ? under(shallow, own) : base}/:${key}`;
  for (const [action, verb, end] of single ? RESOURCE : RESOURCES) {
    if ((only && !only.includes(action)) || except.includes(action)) continue;
    if (isApi(project, at) && (action === "new" || action === "edit") && !only?.includes(action)) continue;
    const path = end.startsWith(":id") ? member + end.slice(3) : base + end;
    tell(project, verb, path, `${controller}#${action}`, at, e.line);
  }
  const nested = single ? base : `${base}/:${singular(name)}_${key}`;
  const within: Place = { ...at, path: base, nested, collection: base, member, controller, shallow, single };
  for (const concern of texts(e.named.concerns)) inside(at.concerns.get(concern), within);
  inside(last?.t === "fn" ? last : undefined, within);
}

/** An application without pages has no forms. */
function isApi(project: Project, { source }: Place): boolean {
  const root = source.path.replace(/config\/routes.{0,200}$/, "");
  const application = project.sources.get(`${root}config/application.rb`);
  let found = false;
  if (application)
    walk(application.tree, (e) => {
      if (e.t === "assign" && endOf(e.to) === "api_only" && e.value.t === "name" && e.value.v === "true") found = true;
    });
  return found;
}
