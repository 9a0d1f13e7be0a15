import type { Project, Source } from "../../project.ts";
import type { Interpreter } from "../../run/interpret.ts";
import { dotted, type Expr, walk } from "../../syntax/tree.ts";

/** What is assigned or added to `urlpatterns`. */
export function patternsOf({ tree }: Source, name = "urlpatterns"): Expr[] {
  const found: Expr[] = [];
  walk(tree, (e) => {
    if (e.t === "assign" && e.to.t === "name" && e.to.v === name) found.push(e.value);
    if (e.t === "call" && dotted(e.fn) === `${name}.extend`) found.push(...e.args);
    if (e.t === "call" && dotted(e.fn) === `${name}.append` && e.args[0]) found.push(e.args[0]);
    return e.t !== "fn" && e.t !== "class";
  });
  return found;
}

/** What reading the lists of patterns needs. */
export interface Reading {
  project: Project;
  run: Interpreter;
  included: Set<Source>;
}

/** Keeps a route. */
export function tell(on: Reading, method: string, path: string, handler: string | undefined, source: Source, line: number): void {
  on.project.routes.push({ method, path: `/${path}`.replace(/\/{2,9}/g, "/"), handler, framework: "django", file: source.path, line });
}

/** Django's older paths are expressions: groups with a name become parameters. */
export function fromRegex(pattern: string): string {
  return pattern
    .replace(/^\^|\$$|\\Z$/g, "")
    .replace(/\(\?P<(\w{1,60})>(?:[^()]|\([^()]{0,99}\)){0,200}\)/g, "{$1}")
    .replace(/\\([./-])/g, "$1")
    .replace(/\/\?$/, "/");
}
