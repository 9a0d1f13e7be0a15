import type { Project } from "../../project.ts";
import { type Call, type Expr, texts } from "../../syntax/tree.ts";
import { type Place, tell, textOf } from "./place.ts";
import { under } from "./words.ts";

export const VERBS: Record<string, string> = {
  get: "GET",
  post: "POST",
  put: "PUT",
  patch: "PATCH",
  delete: "DELETE",
  options: "OPTIONS",
  head: "HEAD",
};

/** Tells the routes of a line with a verb. */
export function verb(project: Project, name: string, e: Call, named: string[], at: Place): void {
  const verbs = name === "match" ? texts(e.named.via).map((via) => (via === "all" ? "ANY" : via.toUpperCase())) : [VERBS[name] as string];
  const on = textOf(e.named.on);
  const base = on === "member" ? at.member : on === "collection" ? at.collection : (at.nested ?? at.path);
  const first = named[0];
  if (first === undefined && e.args[0] && e.args[0].t !== "map") {
    project.cannotRead({ file: at.source.path, line: e.line }, `route ${verbs.join(", ")}`, "its path is computed");
    return;
  }
  const pairs =
    e.args[0]?.t === "map"
      ? e.args[0].entries.map(({ key, value }) => [textOf(key) ?? "", value] as const)
      : named.map((one) => [one, e.named.to ?? e.named.controller] as const);
  for (const [path, to] of pairs)
    for (const verb of verbs)
      tell(project, verb, under(base ?? at.path, textOf(e.named.path) ?? path), handlerOf(to, at) ?? actionOf(e, path, at), at, e.line);
}

/** @returns how a handler is told. */
export function handlerOf(to: Expr | undefined, at: Place): string | undefined {
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
