import type { Project } from "../project.ts";
import { endOf, walk } from "../syntax/tree.ts";
import { blockOf } from "./rails-blocks.ts";

/** Rails: what the blocks of `routes.draw` expand to. */
export function collectRails(project: Project): void {
  const sources = project.of("ruby").filter(({ path }) => /(?:^|\/)routes(?:\.rb|\/.{1,200}\.rb)$/.test(path));
  for (const source of sources)
    walk(source.tree, (e) => {
      const body = e.t === "call" && endOf(e.fn) === "draw" ? e.args.at(-1) : undefined;
      if (body?.t !== "fn") return undefined;
      blockOf(project, body, { path: "", module: "", concerns: new Map(), source });
      return false;
    });
}
