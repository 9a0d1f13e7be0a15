import type { Call, Expr } from "../syntax/tree.ts";
import type { Follower } from "./follower.ts";
import type { Env, Value } from "./values.ts";

/** @returns what a body returns, after all of its statements were followed. */
export function statements(run: Follower, body: readonly Expr[], env: Env): Value | undefined {
  hoist(body, env);
  let result: Value | undefined;
  for (const e of body) {
    const value = statement(run, e, env);
    if (value) result = value;
  }
  return result;
}

/** Functions and classes are known before the line that they stand in. */
function hoist(body: readonly Expr[], env: Env): void {
  for (const e of body) {
    if (e.t === "fn" && e.name && !e.on) env.names.set(e.name, { k: "fn", fn: e, env });
    else if (e.t === "class") {
      env.names.set(e.name, { k: "class", made: e, env });
      if (e.sort === "module") hoist(e.body, env);
    } else if (e.t === "other") hoist(e.parts, env);
    else if (e.t === "export")
      hoist(
        e.names.map(({ value }) => value),
        env,
      );
  }
}

/** @returns what is returned. */
export function statement(run: Follower, e: Expr, env: Env): Value | undefined {
  if (e.t === "return") return run.value(e.value, env);
  if (e.t === "other") return e.parts.map((part) => statement(run, part, env)).findLast((value) => value !== undefined);
  if ((e.t === "fn" || (e.t === "class" && env.source.language === "python")) && e.notes.length > 0)
    for (const note of e.notes) decorated(run, note, e, env);
  if (e.t === "class" && env.source.language === "python")
    for (const method of e.methods) for (const note of method.notes) decorated(run, note, method, env);
  else if (e.t === "class" && e.sort === "module") run.statements(e.body, env);
  else if (e.t === "export") for (const { value } of e.names) statement(run, value, env);
  else if (e.t !== "fn" && e.t !== "class" && e.t !== "import") run.value(e, env);
  return undefined;
}

/** `@app.get("/x")` above a function is a call with the function as its handler. */
function decorated(run: Follower, note: Call, fn: Expr, env: Env): void {
  if (note.fn.t === "member") run.value({ ...note, args: [...note.args, fn] }, env);
}

/** Notes what a file assigns at its top, for languages in which the order does not matter. */
export function collectPending(tree: Expr, env: Env): void {
  const empty = new Set<string>();
  pendingIn(tree, env, empty);
  // Go's `init` gives a value to what the file declares without one.
  if (empty.size > 0)
    for (const part of tree.t === "other" ? tree.parts : [])
      if (part.t === "fn" && part.name === "init" && !part.on)
        for (const one of part.body) if (one.t === "assign" && one.to.t === "name" && empty.has(one.to.v)) env.pending.set(one.to.v, one);
}

function pendingIn(tree: Expr, env: Env, empty: Set<string>): void {
  if (tree.t === "other") for (const part of tree.parts) pendingIn(part, env, empty);
  else if (tree.t !== "assign" || tree.to.t !== "name") return;
  else if (tree.value.line > 0) env.pending.set(tree.to.v, tree);
  else empty.add(tree.to.v);
}
