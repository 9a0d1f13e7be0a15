import type { Project, Source } from "../../project.ts";
import type { Interpreter } from "../../run/interpret.ts";
import { endOf, walk } from "../../syntax/tree.ts";
import { patternList, targetOf } from "./patterns.ts";
import { patternsOf, type Reading } from "./words.ts";

/** Django's lists of patterns, from the root down, with what Django REST framework's routers expand to. */
export function collectDjango(project: Project, run: Interpreter): void {
  const files = project.of("python").filter((source) => patternsOf(source).length > 0);
  if (files.length === 0) return;
  const included = new Set<Source>();
  const on: Reading = { project, run, included };
  for (const source of files) includes(on, source);
  for (const source of files) if (!included.has(source)) patternList(on, source, "", [source]);
}

/** Marks what a list includes, so that it is not taken for a root. */
function includes(on: Reading, source: Source): void {
  walk(source.tree, (e) => {
    if (e.t === "call" && endOf(e.fn) === "include") {
      const file = targetOf(on, e.args[0], source);
      if (file && file !== source) on.included.add(file);
    }
  });
}
