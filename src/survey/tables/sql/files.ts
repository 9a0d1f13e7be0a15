import { folderOf } from "../../modules/paths.ts";
import type { Plain, Project } from "../../project.ts";
import type { TableFact } from "../../types.ts";
import { merged } from "../merged.ts";
import { inOrder, Schema } from "../schema.ts";
import { applySql } from "./read.ts";

const DOWN = /(?:^|[._/-])(?:down|undo|rollback|revert)\.sql$|\/(?:down|rollback|undo)\/|(?:^|\/)U\d[^/]{0,99}\.sql$/i;

const SECTION =
  /^[ \t]{0,9}--[ \t]{0,9}(?:\+goose[ \t]{1,9}Down|\+migrate[ \t]{1,9}Down|migrate:down|@?down\b|rollback\b|!Downs|-{0,4}[ \t]{0,9}create above \/ drop below|\/\/@UNDO).{0,99}$/im;

// What all migrations together come to, written down beside them.
const DUMP = /(?:^|\/)(?:latest|structure|(?:full|current)_?schema)\.sql$/i;

/** Tables from files of SQL, one folder after the other; the way back is not gone. */
export function sqlTables(project: Project): TableFact[] {
  const folders = new Map<string, Plain[]>();
  for (const file of project.plain.values())
    if (file.path.endsWith(".sql") && !DOWN.test(file.path) && /\b(?:create|alter)\s{1,9}/i.test(file.text)) {
      // Diesel and Prisma give each migration a folder of its own.
      const own = folderOf(file.path);
      const folder = /\/(?:up|migration)\.sql$/.test(file.path) ? folderOf(own) : own.replace(/\/v?\d[\w.-]{0,60}$/, "");
      folders.set(folder, [...(folders.get(folder) ?? []), file]);
    }
  const schemas: Schema[] = [];
  for (const [, files] of [...folders].sort(([a], [b]) => inOrder(a, b))) {
    const schema = new Schema("sql");
    const whole = files.filter(({ path }) => DUMP.test(path));
    for (const { path, text } of whole.length === 1 && files.length > 1 ? whole : files.sort((a, b) => inOrder(a.path, b.path))) {
      const down = SECTION.exec(text);
      const up = down && text.indexOf("+goose Up") < (down.index ?? 0) ? text.slice(0, down.index) : text;
      applySql(schema, up, path);
    }
    schemas.push(schema);
  }
  return merged(schemas);
}
