import { ARGPARSE } from "../commands/argparse.ts";
import { CLAP } from "../commands/clap-builder.ts";
import { emitCommands } from "../commands/emit.ts";
import { COBRA, URFAVE } from "../commands/go.ts";
import { COMMANDER, YARGS } from "../commands/javascript.ts";
import { SYSTEM_COMMAND_LINE } from "../commands/system-command-line.ts";
import type { Project, Source } from "../project.ts";
import type { Dialect } from "../run/dialect.ts";
import { importsFrom } from "../run/imported.ts";
import { Interpreter } from "../run/interpret.ts";
import { Env, type Router, type Value } from "../run/values.ts";
import { type Class, type Fn, walk } from "../syntax/tree.ts";
import { MINIMAL } from "./dotnet/servers.ts";
import { emit } from "./emit.ts";
import { CHI } from "./go/chi.ts";
import { defaultMux } from "./go/default.ts";
import { GORILLA } from "./go/gorilla.ts";
import { NET_HTTP } from "./go/net-http.ts";
import { ECHO, FIBER, GIN } from "./go/servers.ts";
import { EXPRESS } from "./javascript/express.ts";
import { FASTIFY } from "./javascript/fastify.ts";
import { HONO } from "./javascript/hono.ts";
import { KOA } from "./javascript/koa.ts";
import { FASTAPI, FLASK } from "./python-servers.ts";
import { ACTIX, AXUM } from "./rust/servers.ts";
import { SPRING_FUNCTIONS } from "./spring-functions.ts";

const DIALECTS: readonly Dialect[] = [
  COBRA,
  URFAVE,
  COMMANDER,
  YARGS,
  ARGPARSE,
  CLAP,
  SYSTEM_COMMAND_LINE,
  FASTIFY,
  HONO,
  KOA,
  EXPRESS,
  FASTAPI,
  FLASK,
  GIN,
  ECHO,
  FIBER,
  CHI,
  GORILLA,
  NET_HTTP,
  AXUM,
  ACTIX,
  MINIMAL,
  SPRING_FUNCTIONS,
];

/** Finds the routes of frameworks that are told by calls; answers with the interpreter, whose names other readers go on with. */
export function collectCalled(project: Project): Interpreter {
  const run = new Interpreter(project, DIALECTS);
  const sources = [...project.sources.values()];
  for (const source of sources) run.module(source);
  run.settle();
  for (const source of sources) if (source.language === "go") defaultMux(run, source);
  for (const name of ["main", "init"])
    for (const { source, fn } of ["go", "rust", "csharp"].flatMap((language) => project.functions(name, language)))
      if (!run.called.has(fn)) run.apply({ k: "fn", fn, env: run.module(source) }, []);
  const used = DIALECTS.filter((dialect) =>
    sources.some((source) => dialect.languages.includes(source.language) && importsFrom(source, dialect.from)),
  );
  for (const source of sources) uncalled(run, source, used);
  const roots = run.routers.filter((router) => !router.mounted && !run.superseded.has(router));
  for (const router of roots) if (!router.command) emit(project, router, "");
  emitCommands(
    project,
    run.routers.filter((router) => router.command && !run.superseded.has(router)),
  );
  return run;
}

/** Functions that nobody calls: methods of handlers, plugins that are loaded by folder, what a container starts. */
function uncalled(run: Interpreter, source: Source, used: readonly Dialect[]): void {
  const own = used.filter(({ languages }) => languages.includes(source.language));
  if (own.length === 0) return;
  const visit = (fn: Fn, made?: Class) => {
    if (run.called.has(fn)) return;
    const from = run.routers.length;
    const assumed: Router[] = [];
    const env = run.module(source);
    const args = fn.params.map((param): Value | undefined => {
      if (param.name === "self" || param.name === "this") return undefined;
      const router = routerFor(run, param.name, param.type, env, own, source);
      if (router) assumed.push(router);
      return router && { k: "router", router };
    });
    for (const router of assumed) router.assumed = fn;
    const self = made ?? (fn.on ? run.project.classes(fn.on, source)[0]?.made : undefined);
    const inner = new Env(source, env);
    if (self) {
      const object = run.value({ t: "call", fn: { t: "name", v: self.name, line: 0 }, args: [], named: {}, line: 0 }, env);
      if (object?.k === "object")
        for (const name of ["this", "self", ...(fn.on && source.language === "go" ? [fn.params[0]?.name ?? "self"] : [])])
          inner.names.set(name, object);
    }
    for (const [index, param] of fn.params.entries()) run.bind(param, args[index], inner);
    if (fn.params.every((_, index) => args[index] === undefined)) run.called.add(fn);
    run.statements(fn.body, inner);
    run.early.set(fn, { routers: run.routers.slice(from), needsRouter: assumed.length > 0 });
  };
  walk(source.tree, (e) => {
    if (e.t === "class") for (const method of e.methods) visit(method, e);
    if (e.t === "fn") visit(e);
    return e.t !== "class";
  });
}

function routerFor(
  run: Interpreter,
  name: string,
  type: string | undefined,
  env: Env,
  own: readonly Dialect[],
  source: Source,
): Router | undefined {
  const bare = type?.replace(/^this\s/, "");
  if (bare) {
    const fits = own.filter(({ types }) => types?.test(bare));
    const best = fits.find(({ from }) => importsFrom(source, from)) ?? fits[0];
    return best && run.router(best.name, env, 0);
  }
  if (source.language !== "javascript" && source.language !== "typescript" && source.language !== "python") return undefined;
  const best =
    own.find((dialect) => dialect.names?.test(name) && importsFrom(source, dialect.from)) ??
    own.find((dialect) => dialect.names?.test(name));
  return best && run.router(best.name, env, 0);
}
