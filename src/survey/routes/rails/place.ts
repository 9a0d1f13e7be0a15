import type { Project, Source } from "../../project.ts";
import type { Expr, Fn } from "../../syntax/tree.ts";

/** Where a line of `config/routes.rb` stands. */
export interface Place {
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
  locals: Map<string, string>;
  /** Engines whose own routes are in the code. */
  engines?: ReadonlySet<string>;
  source: Source;
}

/** Keeps a route. */
export function tell(project: Project, method: string, path: string, handler: string | undefined, at: Place, line: number): void {
  const whole = required(`/${path}`).replace(/\/{2,9}/g, "/");
  project.routes.push({
    method,
    path: whole.length > 1 ? whole.replace(/\/$/, "") : whole,
    handler,
    framework: "rails",
    file: at.source.path,
    line,
  });
}

export const textOf = (e: Expr | undefined): string | undefined => (e?.t === "str" ? e.v : undefined);

/** A path without the parts that may be left out, which may stand in one another: `/top(/:length(/page/:page))`. */
function required(path: string): string {
  let depth = 0;
  let kept = "";
  for (const letter of path) {
    if (letter === "(") depth++;
    else if (letter === ")") depth = Math.max(0, depth - 1);
    else if (depth === 0) kept += letter;
  }
  return kept;
}
