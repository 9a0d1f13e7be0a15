import type { Project, Source } from "../../project.ts";
import { walk } from "../../syntax/tree.ts";
import { bodyOf, required } from "./calls.ts";
import { prefixes } from "./prefixes.ts";
import type { Reading } from "./words.ts";

/** Laravel: the calls on `Route`, with the groups around them. */
export function collectLaravel(project: Project): void {
  const files = project.of("php").filter((source) => /(?:^|\/)routes\/.{1,200}\.php$/.test(source.path) || uses(source));
  const inner = new Set<string>();
  for (const source of files)
    walk(source.tree, (e) => {
      const path = required(e);
      if (path) for (const one of files) if (one.path.endsWith(path) && one !== source) inner.add(one.path);
    });
  const on: Reading = { project, files };
  const given = prefixes(project);
  for (const source of files) {
    if (inner.has(source.path)) continue;
    const name = /(?:^|\/)routes\/(.{1,200}\.php)$/.exec(source.path)?.[1];
    const prefix = name === undefined ? "" : (given.get(name) ?? (name === "api.php" ? (given.has("*") ? "" : "api") : ""));
    bodyOf(on, source.tree, { prefix, source });
  }
}

const uses = ({ tree }: Source): boolean => {
  let found = false;
  walk(tree, (e) => {
    if (e.t === "import" && e.from === "Illuminate\\Support\\Facades\\Route") found = true;
    return !found;
  });
  return found;
};
