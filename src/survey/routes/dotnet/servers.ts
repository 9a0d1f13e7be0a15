import type { Dialect } from "../../run/dialect.ts";
import type { Router, Value } from "../../run/values.ts";
import { type Expr, endOf } from "../../syntax/tree.ts";

const routerOf = (router: Router): Value => ({ k: "router", router });
const VERBS: Record<string, string> = { MapGet: "GET", MapPost: "POST", MapPut: "PUT", MapPatch: "PATCH", MapDelete: "DELETE" };

/** Texts, and the constants of `HttpMethods`. */
const verbs = (e: Expr | undefined): string[] => (e?.t === "list" ? e.items.flatMap(verbs) : e?.t === "str" ? [e.v] : e ? [endOf(e)] : []);

/** ASP.NET's minimal endpoints. */
export const MINIMAL: Dialect = {
  name: "aspnet",
  languages: ["csharp"],
  from: /./,
  creates: /^[A-Za-z]{0,30}[bB]uilder\.Build$/,
  types: /^(?:[\w.]{1,80}\.)?(?:WebApplication|I?EndpointRouteBuilder|RouteGroupBuilder|IApplicationBuilder)$/,
  call(router, method, call, run, env) {
    const path = run.text(call.args[0] ?? call.named.pattern, env);
    const verb = VERBS[method];
    if (verb) run.route(router, verb, path, call.args[1], env, call.line);
    else if (method === "MapMethods")
      for (const one of verbs(call.args[1])) run.route(router, one.toUpperCase(), path, call.args[2], env, call.line);
    else if (method === "Map" && call.args.length > 1) run.route(router, "ANY", path, call.args[1], env, call.line);
    else if (method === "MapGroup") return routerOf(run.group(router, path, env, call.line));
    else if (method === "MapHealthChecks") run.route(router, "GET", path, undefined, env, call.line);
    else if (method === "UseEndpoints") run.apply(run.value(call.args[0], env), [routerOf(router)]);
    else if (/^(?:With|Require|Add|Produces|Accepts|Allow|Disable|CacheOutput|HasApiVersion|MapToApiVersion|NewVersionedApi)/.test(method))
      return routerOf(router);
    else return null;
    return undefined;
  },
};
