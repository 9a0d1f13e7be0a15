import { around } from "./modules/paths.ts";
import type { Project } from "./project.ts";
import type { Service, Survey } from "./types.ts";

const MANIFEST =
  /^(?:package\.json|go\.mod|pom\.xml|build\.gradle(?:\.kts)?|pyproject\.toml|setup\.(?:cfg|py)|requirements\.txt|Pipfile|Cargo\.toml|Gemfile|composer\.json|[^/]{1,99}\.csproj)$/;

type Counted = Pick<Survey, "routes" | "commands" | "tables" | "types" | "events">;

/** @returns the parts of a repository that have a manifest of their own and facts below it; none where there is one part alone */
export function servicesOf(project: Project, facts: Counted): Service[] {
  const services = new Map<string, Service>();
  for (const { path } of project.plain.values()) {
    const end = path.lastIndexOf("/") + 1;
    if (!MANIFEST.test(path.slice(end))) continue;
    const root = path.slice(0, end);
    if (services.has(root)) continue;
    const name = root === "" ? "." : root.slice(0, -1);
    services.set(root, { name, root, routes: 0, commands: 0, tables: 0, types: 0, events: 0, file: path, line: 1 });
  }
  const all = [...services.values()];
  for (const kind of ["routes", "commands", "tables", "types", "events"] as const)
    for (const { file } of facts[kind]) {
      const [own] = around(all, file);
      if (own) own[kind]++;
    }
  const found = all.filter(({ routes, commands, tables, types, events }) => routes + commands + tables + types + events > 0);
  return found.length > 1 ? found.sort((a, b) => (a.root < b.root ? -1 : 1)) : [];
}
