import { around, manifestsOf } from "../../modules/paths.ts";
import type { Project } from "../../project.ts";
import { importsFrom } from "../../run/imported.ts";
import type { Interpreter } from "../../run/interpret.ts";
import { type Class, endOf, type Fn, texts, walk } from "../../syntax/tree.ts";

const VERB = /^Http(Get|Post|Put|Patch|Delete|Head|Options)$/;

const DEFAULT = "{controller=Home}/{action=Index}/{id?}";

/** Controllers without routes of their own: `MapControllerRoute` gives each action a path, by name. */
export function collectConventions(project: Project, run: Interpreter): void {
  const patterns: { root: string; pattern: string }[] = [];
  for (const source of project.of("csharp"))
    walk(source.tree, (e) => {
      if (e.t !== "call" || !/^Map(?:Area)?(?:Controller)?Route$|^MapDefaultControllerRoute$/.test(endOf(e.fn))) return;
      const given = e.named.pattern ?? e.named.template ?? e.named.url ?? e.args[1];
      const pattern = endOf(e.fn) === "MapDefaultControllerRoute" ? DEFAULT : run.text(given, run.module(source));
      if (pattern?.includes("{controller") && !/\{area/.test(pattern)) patterns.push({ root: rootOf(project, source.path), pattern });
    });
  // The older MVC is told its routes in a file that every template has alike.
  if (patterns.length === 0 && project.of("csharp").some((source) => importsFrom(source, /^System\.Web\.Mvc$/)))
    patterns.push({ root: "", pattern: DEFAULT });
  // What stands before was read as if a verb without a path were a route at the root.
  const bare = new Set(
    project
      .allClasses()
      .filter(({ source, made }) => source.language === "csharp" && isConventional(made, project))
      .map(({ made }) => made.name),
  );
  const kept = project.routes.filter(
    ({ framework, handler }) => framework !== "aspnet" || !handler || !bare.has(handler.split(".")[0] as string),
  );
  const dropped = project.routes.filter((route) => !kept.includes(route));
  project.routes.splice(0, project.routes.length, ...kept, ...dropped.filter((route) => route.path !== "/" && route.path !== ""));
  for (const { source, made } of project.allClasses()) {
    if (source.language !== "csharp" || !bare.has(made.name)) continue;
    for (const method of made.methods)
      for (const verb of actionOf(method))
        for (const { root, pattern } of patterns) {
          if (!source.path.startsWith(root)) continue;
          const path = pathOf(pattern, made, method);
          project.routes.push({
            method: verb,
            path,
            handler: `${made.name}.${method.name}`,
            framework: "aspnet",
            file: source.path,
            line: method.line,
          });
        }
  }
}

/** The folder of the project that a file belongs to: its routes are for its own controllers. */
function rootOf(project: Project, path: string): string {
  return around(manifestsOf(project, /\.csproj$/), path)[0]?.root ?? "";
}

function isConventional(made: Class, project: Project): boolean {
  if (made.sort !== "class" || made.notes.some((note) => ["Route", "ApiController", "NonController", "Area"].includes(endOf(note.fn))))
    return false;
  const isController = (one: Class, depth = 0): boolean =>
    one.bases.some(
      (base) =>
        base === "Controller" ||
        (depth < 5 && project.classes(base).some(({ made: above }) => above !== one && isController(above, depth + 1))),
    );
  return (
    isController(made) &&
    made.name.endsWith("Controller") &&
    !project.classes(made.bases[0] ?? "").some(({ made: above }) => above.notes.some((note) => endOf(note.fn) === "Route"))
  );
}

/** The verbs of an action; none where the method is none, or has a path of its own. */
function actionOf(method: Fn): string[] {
  if (
    !method.returns ||
    !/Result|View|Task|string|Json/.test(method.returns) ||
    method.notes.some((note) => endOf(note.fn) === "NonAction" || endOf(note.fn) === "Route")
  )
    return [];
  const verbs = method.notes.filter((note) => VERB.test(endOf(note.fn)));
  if (verbs.some((note) => texts(note.args[0]).length > 0)) return [];
  return verbs.length > 0 ? verbs.map((note) => (VERB.exec(endOf(note.fn))?.[1] ?? "").toUpperCase()) : ["GET"];
}

function pathOf(pattern: string, made: Class, method: Fn): string {
  const id = method.params.some(({ name }) => name === "id");
  return `/${pattern
    .replace(/\{controller(?:=[^}]{0,60})?\}/, made.name.replace(/Controller$/, ""))
    .replace(/\{action(?:=[^}]{0,60})?\}/, (method.name ?? "").replace(/Async$/, ""))
    .replace(/\/?\{id[^}]{0,20}\}/, id ? "/{id}" : "")}`;
}
