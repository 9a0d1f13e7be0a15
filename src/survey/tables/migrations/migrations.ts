import { folderOf } from "../../modules/paths.ts";
import type { Project, Source } from "../../project.ts";
import type { TableFact } from "../../types.ts";
import { merged } from "../merged.ts";
import { readingOf } from "../reading.ts";
import { inOrder, Schema } from "../schema.ts";
import { statements } from "./calls.ts";
import { ordered, ways } from "./order.ts";

/** Tables from migrations that are code: what their way up calls. */
export function codeTables(project: Project): TableFact[] {
  const schemas: Schema[] = [];
  const rails = project.of("ruby").filter(({ path }) => /(?:^|\/)db\/(?:\w{0,40}_)?schema\.rb$/.test(path));
  const folders = new Map<string, Source[]>();
  for (const source of project.sources.values())
    if (/migrat|alembic|\/versions\//i.test(source.path) || (rails.length === 0 && /(?:^|\/)db\/migrate\//.test(source.path))) {
      if (rails.length > 0 && source.language === "ruby") continue;
      if (source.language === "python" && !/alembic|versions|revision/.test(source.path)) continue;
      folders.set(folderOf(source.path), [...(folders.get(folderOf(source.path)) ?? []), source]);
    }
  for (const source of rails) folders.set(source.path, [source]);
  for (const [, files] of [...folders].sort(([a], [b]) => inOrder(a, b))) {
    const schema = new Schema("migration");
    for (const source of ordered(files)) for (const body of ways(source)) statements(readingOf(schema, source), body);
    if (schema.tables.size > 0) schemas.push(schema);
  }
  return merged(schemas);
}
