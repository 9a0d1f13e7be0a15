import { around, manifestsOf } from "../modules/paths.ts";
import type { Project } from "../project.ts";
import type { Router } from "../run/values.ts";

/** Tells the commands of a repository, each with all the words in front of it, and whether anything leads to it. */
export function emitCommands(project: Project, routers: readonly Router[]): void {
  const parents = new Map<Router, Router>();
  for (const router of routers) for (const { router: child } of router.children) if (!parents.has(child)) parents.set(child, router);
  const words = (router: Router, depth = 0): string => {
    const parent = parents.get(router);
    const own = router.command?.name ?? "";
    if (parent && depth < 12) return `${words(parent, depth + 1)} ${own}`.trim();
    return own || (router.command?.isRoot || router.children.length > 0 ? programOf(project, router.file) : "");
  };
  const seen = new Map<string, number>();
  const commands = routers.filter((router) => router.command?.kind === "command");
  for (const router of commands) {
    const part = router.command;
    if (!part) continue;
    const hasParent = parents.has(router);
    // A program is run, or has commands of its own; what nobody adds and nobody runs is not there for users.
    const registered = hasParent || part.isRoot || router.children.length > 0 || commands.length === 1;
    const name = words(router);
    const key = `${router.file}\n${router.line}\n${part.name}`;
    const known = seen.get(key);
    const fact = {
      name,
      flags: part.flags,
      arguments: part.args,
      registered,
      framework: router.framework,
      file: router.file,
      line: router.line,
    };
    if (known === undefined) {
      seen.set(key, project.commands.length);
      project.commands.push(fact);
    } else {
      // The same literal, followed from two sides: what knows more of it is kept.
      const before = project.commands[known];
      if (
        before &&
        ((registered && !before.registered) ||
          name.split(" ").length > before.name.split(" ").length ||
          (fact.flags.length > before.flags.length && name === before.name))
      )
        project.commands[known] = fact;
    }
  }
}

/** A program of Node without a name is called as its package says: by its one command, or by its name. */
function programOf(project: Project, file: string): string {
  if (!/\.[cm]?[jt]sx?$/.test(file)) return "";
  const [near] = around(manifestsOf(project, /^package\.json$/), file);
  try {
    const { name, bin } = JSON.parse(near?.text ?? "{}") as { name?: unknown; bin?: unknown };
    const commands = bin !== null && typeof bin === "object" ? Object.keys(bin) : [];
    return commands.length === 1 ? (commands[0] as string) : typeof name === "string" ? name.replace(/^@[^/]{1,99}\//, "") : "";
  } catch {
    return "";
  }
}
