import type { Dialect, Runner } from "../run/dialect.ts";
import type { Env, Router, Value } from "../run/values.ts";
import { type Call, type Expr, endOf } from "../syntax/tree.ts";

const VERBS = new Set(["GET", "POST", "PUT", "PATCH", "DELETE", "HEAD", "OPTIONS"]);
const routerOf = (router: Router): Value => ({ k: "router", router });

/** What a predicate asks for: `GET("/x").and(accept(JSON))`, `path("/x")`, `method(HttpMethod.PUT).and(path("/x"))`. */
interface Asked {
  verb?: string;
  /** None where it asks for no path. */
  path?: { text: string | undefined };
}

function asked(e: Expr | undefined, run: Runner, env: Env): Asked {
  if (e?.t !== "call") return {};
  const name = endOf(e.fn);
  const before = e.fn.t === "member" && e.fn.of.t === "call" ? asked(e.fn.of, run, env) : {};
  if (name === "and") return { ...asked(e.args[0], run, env), ...before };
  if (VERBS.has(name)) return { ...before, verb: name, ...(e.args.length > 0 ? { path: { text: run.text(e.args[0], env) } } : {}) };
  if (name === "path" || name === "pathPrefix") return { ...before, path: { text: run.text(e.args[0], env) } };
  return name === "method" ? { ...before, verb: endOf(e.args[0]) } : before;
}

/** Spring's routes as functions, of its servlets and of WebFlux. */
export const SPRING_FUNCTIONS: Dialect = {
  name: "spring",
  languages: ["java"],
  from: /^org\.springframework\.web\.(?:reactive\.|servlet\.)?function\b/,
  creates: /^(?:RouterFunctions\.)?(?:route|nest)$/,
  types: /^RouterFunctions\.Builder$/,
  create(call, run, env, router) {
    if (endOf(call.fn) === "nest") nested(router, call, run, env);
    else if (call.args.length > 0) told(router, call, run, env);
    return undefined;
  },
  call(router, method, call, run, env) {
    if (VERBS.has(method)) {
      const path = call.args[0];
      const isPath = path !== undefined && run.text(path, env) !== undefined;
      run.route(router, method, isPath || call.args.length > 2 ? run.text(path, env) : "", call.args.at(-1), env, call.line);
    } else if (method === "route" || method === "andRoute") told(router, call, run, env);
    else if (method === "nest" || method === "andNest" || method === "path") nested(router, call, run, env);
    else if (method === "add" || method === "and" || method === "andOther") {
      const child = run.value(call.args[0], env);
      if (child?.k === "router") run.mount(router, "", child.router, env, call.line);
    }
    return routerOf(router);
  },
};

function told(router: Router, call: Call, run: Runner, env: Env): void {
  const { verb, path } = asked(call.args[0], run, env);
  if (verb || path) run.route(router, verb ?? "ANY", path ? path.text : "", call.args.at(-1), env, call.line);
}

/** What stands below a predicate: a builder that is given, one that is returned, or routes. */
function nested(router: Router, call: Call, run: Runner, env: Env): void {
  const [first, second] = call.args;
  const path = endOf(call.fn) === "path" ? { text: run.text(first, env) } : asked(first, run, env).path;
  const group = run.group(router, path ? path.text : "", env, call.line);
  const inner = run.value(second, env);
  const made = inner?.k === "fn" ? run.apply(inner, inner.fn.params.length > 0 ? [routerOf(group)] : []) : inner;
  if (made?.k === "router" && made.router !== group) run.mount(group, "", made.router, env, call.line);
}
