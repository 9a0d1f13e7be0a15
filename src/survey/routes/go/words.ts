import type { Runner } from "../../run/dialect.ts";
import type { Env, Router, Value } from "../../run/values.ts";
import { type Expr, endOf } from "../../syntax/tree.ts";

export const routerOf = (router: Router): Value => ({ k: "router", router });

export const TITLE: Record<string, string> = {
  Get: "GET",
  Post: "POST",
  Put: "PUT",
  Patch: "PATCH",
  Delete: "DELETE",
  Head: "HEAD",
  Options: "OPTIONS",
  Connect: "CONNECT",
  Trace: "TRACE",
  Query: "QUERY",
};

/** A method that is named by a constant of net/http, or a text. */
export function verbOf(e: Expr | undefined, run: Runner, env: Env): string | undefined {
  const constant = /^Method([A-Z][a-z]{1,9})$/.exec(endOf(e));
  return constant ? constant[1]?.toUpperCase() : run.text(e, env)?.toUpperCase();
}

/** Follows a function that is handed a group. */
export function within(group: Router, fn: Expr | undefined, run: Runner, env: Env): void {
  if (fn) run.apply(run.value(fn, env), [routerOf(group)]);
}
