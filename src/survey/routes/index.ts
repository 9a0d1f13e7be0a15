import type { Project, Source } from "../project.ts";
import { importsFrom } from "../run/imported.ts";
import type { Interpreter } from "../run/interpret.ts";
import { collectCalled } from "./collect.ts";
import { ASPNET, JAX_RS, MICRONAUT, NEST, QUARKUS, SPRING, SYMFONY } from "./controller-styles.ts";
import { collectControllers } from "./controllers.ts";
import { collectDjango } from "./django/urls.ts";
import { collectConventions } from "./dotnet/conventions.ts";
import { nestVersions } from "./javascript/nest.ts";
import { nestPaths } from "./javascript/nest-prefix.ts";
import { collectNext } from "./javascript/next.ts";
import { collectLaravel } from "./laravel/routes.ts";
import { jaxRsPrefix, micronautPrefix, quarkusPrefix, springPrefix } from "./prefixes.ts";
import { collectRails } from "./rails/routes.ts";
import { unregisteredHandlers } from "./rust/actix-notes.ts";
import { collectSymfonyFiles } from "./symfony-files.ts";

/** Finds the routes of every framework that is known. */
export function collectRoutes(project: Project): Interpreter {
  const run = collectCalled(project);
  const none = () => [""];
  const java = project.of("java");
  const has = (from: RegExp) => java.some((source) => importsFrom(source, from));
  if (has(/springframework/)) collectControllers(project, run, only(SPRING, /springframework/), springPrefix(project));
  if (has(/(?:javax|jakarta)\.ws\.rs/))
    collectControllers(project, run, only(JAX_RS, /(?:javax|jakarta)\.ws\.rs/), jaxRsPrefix(project, run));
  if (has(/io\.quarkus\.vertx\.web/)) collectControllers(project, run, only(QUARKUS, /io\.quarkus\.vertx\.web/), quarkusPrefix(project));
  if (has(/io\.micronaut/)) collectControllers(project, run, only(MICRONAUT, /io\.micronaut/), micronautPrefix(project));
  const before = project.routes.length;
  const nest = nestPaths(project, run);
  collectControllers(project, run, NEST, nest.prefix);
  nestVersions(project, before, nest.served);
  collectControllers(project, run, ASPNET, none);
  collectConventions(project, run);
  collectControllers(project, run, SYMFONY, none);
  collectSymfonyFiles(project);
  collectNext(project);
  collectDjango(project, run);
  collectRails(project);
  collectLaravel(project);
  unregisteredHandlers(project, run);
  return run;
}

/** Two frameworks share the names of annotations: what a file imports decides. */
function only(style: typeof SPRING, from: RegExp): typeof SPRING {
  return { ...style, verb: (note, run, source: Source) => (importsFrom(source, from) ? style.verb(note, run, source) : undefined) };
}
