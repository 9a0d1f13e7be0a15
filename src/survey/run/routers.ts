import { dotted, type Expr, endOf } from "../syntax/tree.ts";
import type { Env, Router } from "./values.ts";

/** The routers of a project, and what hangs on them. */
export class Routers {
  readonly routers: Router[] = [];

  router(framework: string, env: Env, line: number, prefix: string | undefined = ""): Router {
    const router: Router = { framework, prefix, routes: [], children: [], mounted: false, file: env.source.path, line, extra: new Map() };
    this.routers.push(router);
    return router;
  }

  group(parent: Router, prefix: string | undefined, env: Env, line: number): Router {
    const router = this.router(parent.framework, env, line);
    this.mount(parent, prefix, router, env, line);
    return router;
  }

  mount(parent: Router, prefix: string | undefined, child: Router, env: Env, line: number): void {
    if (parent === child) return;
    child.mounted = true;
    parent.children.push({ prefix, router: child, file: env.source.path, line });
  }

  route(router: Router, method: string, path: string | undefined, handler: Expr | undefined, env: Env, line: number): void {
    router.routes.push({ method, path, handler: handlerName(handler), file: env.source.path, line });
  }
}

/** @returns how a handler is told. */
export function handlerName(e: Expr | undefined): string | undefined {
  if (e?.t === "fn") return e.name;
  return dotted(e) || (e?.t === "call" ? endOf(e) : undefined) || undefined;
}
