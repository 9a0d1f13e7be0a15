import type { Dialect, Runner } from "../../run/dialect.ts";
import type { Env, Router } from "../../run/values.ts";
import { type Call, type Expr, endOf } from "../../syntax/tree.ts";

/** `HandleFunc("GET /x/{id}", h)`: since Go 1.22 the pattern may name the method and the host. */
export function patterned(router: Router, call: Call, run: Runner, env: Env): void {
  const pattern = run.text(call.args[0], env);
  const split = /^(?:([A-Z]{3,9})\s{1,9})?([^/]{0,200})(\/.{0,400})$/.exec(pattern ?? "");
  const child = run.value(stripped(call.args[1]), env);
  // What is not stripped is matched by the whole path again.
  const prefix = call.args[1] !== stripped(call.args[1]) && call.args[1]?.t === "call" ? run.text(call.args[1].args[0], env) : "";
  if (child?.k === "router" && split) run.mount(router, prefix?.replace(/\/$/, ""), child.router, env, call.line);
  else run.route(router, split?.[1] ?? "ANY", (split?.[3] ?? pattern)?.replace(/\{\$\}$/, ""), call.args[1], env, call.line);
}

/** `http.StripPrefix("/api", mux)` serves the paths of mux below the prefix. */
export function stripped(e: Expr | undefined): Expr | undefined {
  return e?.t === "call" && endOf(e) === "StripPrefix" ? e.args[1] : e;
}

export const NET_HTTP: Dialect = {
  name: "net/http",
  languages: ["go"],
  from: /^net\/http$/,
  creates: /^http\.NewServeMux$/,
  types: /^\*?http\.ServeMux$/,
  call(router, method, call, run, env) {
    if (method !== "Handle" && method !== "HandleFunc") return null;
    patterned(router, call, run, env);
    return undefined;
  },
};
