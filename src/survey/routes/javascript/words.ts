import type { Runner } from "../../run/dialect.ts";
import type { Env, Router, Value } from "../../run/values.ts";
import type { Call, Expr } from "../../syntax/tree.ts";

export const VERBS: Record<string, string> = {
  get: "GET",
  post: "POST",
  put: "PUT",
  patch: "PATCH",
  delete: "DELETE",
  del: "DELETE",
  head: "HEAD",
  options: "OPTIONS",
  query: "QUERY",
  all: "ANY",
};

export const routerOf = (router: Router): Value => ({ k: "router", router });

/** Paths that are given one by one, or as a list. */
export function paths(e: Expr | undefined, run: Runner, env: Env): (string | undefined)[] {
  const value = e && run.value(e, env);
  if (value?.k === "list") return value.items.map((item) => (item.k === "text" ? item.v : undefined));
  return [value?.k === "text" ? value.v : undefined];
}

/** Mounts what is handed to `use`. */
export function mounted(
  router: Router,
  prefixes: (string | undefined)[],
  value: Value | undefined,
  call: Call,
  run: Runner,
  env: Env,
): void {
  if (value?.k === "list") for (const item of value.items) mounted(router, prefixes, item, call, run, env);
  if (value?.k === "module") {
    const inner = [...value.env.names.values()].filter((one) => one.k === "router");
    if (inner.length === 1) mounted(router, prefixes, inner[0], call, run, env);
  }
  if (value?.k !== "router") return;
  for (const prefix of prefixes) run.mount(router, prefix, value.router, env, call.line);
}
