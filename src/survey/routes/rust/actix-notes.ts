import type { Project } from "../../project.ts";
import type { Interpreter } from "../../run/interpret.ts";
import { endOf, walk } from "../../syntax/tree.ts";
import { registered } from "./servers.ts";

const VERBS = ["get", "post", "put", "patch", "delete", "head", "options"];

/** Functions with a route above them that no service names: whether they are served cannot be told. */
export function unregisteredHandlers(project: Project, run: Interpreter): void {
  for (const source of project.of("rust"))
    walk(source.tree, (e) => {
      if (e.t !== "fn" || registered.has(e)) return;
      for (const note of e.notes) {
        const verb = endOf(note.fn);
        const path = VERBS.includes(verb) ? run.text(note.args[0], run.module(source)) : undefined;
        if (path?.startsWith("/"))
          project.cannotRead(
            { file: source.path, line: note.line },
            `route ${verb.toUpperCase()} ${path}`,
            `no service registers ${e.name}`,
          );
      }
    });
}
