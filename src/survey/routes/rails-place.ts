import type { Project, Source } from "../project.ts";
import type { Expr, Fn } from "../syntax/tree.ts";

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
  const whole = `/${path}`
    .replace(/\/{2,9}/g, "/")
    .replace(/\([^()]{0,99}\)/g, "")
    .replace(/\/{2,9}/g, "/");
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
