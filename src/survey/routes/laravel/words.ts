import type { Project, Source } from "../../project.ts";
import { type Expr, keyOf, texts } from "../../syntax/tree.ts";

/** What reading the files of routes needs. */
export interface Reading {
  project: Project;
  files: readonly Source[];
}

export interface Place {
  prefix: string | undefined;
  controller?: string;
  source: Source;
}

export const VERBS: Record<string, string[]> = {
  get: ["GET"],
  post: ["POST"],
  put: ["PUT"],
  patch: ["PATCH"],
  delete: ["DELETE"],
  options: ["OPTIONS"],
  query: ["QUERY"],
  any: ["ANY"],
  view: ["GET"],
  redirect: ["ANY"],
  permanentRedirect: ["ANY"],
};

/** Keeps a route. */
export function tell(
  on: Reading,
  method: string,
  path: string | undefined,
  handler: string | undefined,
  { source }: Place,
  line: number,
): void {
  if (path === undefined) on.project.cannotRead({ file: source.path, line }, `route ${method}`, "its path is computed");
  else
    on.project.routes.push({
      method,
      path: `/${path}`.replace(/\/{2,9}/g, "/").replace(/(.)\/$/, "$1"),
      handler,
      framework: "laravel",
      file: source.path,
      line,
    });
}

export const textOf = (e: Expr | undefined): string | undefined => (e?.t === "str" ? e.v : undefined);

export const under = (front: string | undefined, end: string | undefined): string | undefined =>
  front === undefined || end === undefined ? undefined : `${front}/${end}`.replace(/\/{2,9}/g, "/");

/** @returns how a handler is told. */
export function handlerOf(e: Expr | undefined, at: Place): string | undefined {
  if (e?.t === "list") return `${keyOf(e.items[0]?.t === "member" ? e.items[0].of : e.items[0])}@${texts(e.items[1])[0] ?? ""}`;
  if (e?.t === "str") return at.controller && !e.v.includes("@") ? `${at.controller}@${e.v}` : e.v;
  return e?.t === "member" ? keyOf(e.of) : undefined;
}
