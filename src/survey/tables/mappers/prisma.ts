import type { Project } from "../../project.ts";
import type { Column, TableFact } from "../../types.ts";

/** Prisma's schema: models with `@map` and `@@map`. */
export function prismaTables(project: Project): TableFact[] {
  const files = [...project.plain.values()].filter(({ path }) => path.endsWith(".prisma"));
  const models = new Set(
    files.flatMap(({ text }) =>
      [...text.matchAll(/^[ \t]{0,20}(?:model|view|type)[ \t]{1,9}(\w{1,99})/gm)].map(([, name]) => name as string),
    ),
  );
  return files.flatMap(({ path, text }) => tablesOf(path, text, models));
}

function tablesOf(file: string, text: string, models: ReadonlySet<string>): TableFact[] {
  const found: TableFact[] = [];
  let table: TableFact | undefined;
  for (const [index, raw] of text.split("\n").entries()) {
    const line = raw.replace(/\/\/.{0,2000}$/, "").trim();
    const head = /^model\s{1,9}(\w{1,99})\s{0,9}\{/.exec(line)?.[1];
    if (head) {
      table = { name: head, columns: [], source: "prisma", model: head, file, line: index + 1 };
      found.push(table);
    } else if (line === "}") table = undefined;
    else if (table) {
      const mapped = /^@@map\((?:name:\s{0,9})?"([^"]{1,99})"/.exec(line)?.[1];
      if (mapped) table.name = mapped;
      const column = columnOf(line, file, index + 1, models);
      if (column) table.columns.push(column);
    }
  }
  return found;
}

function columnOf(line: string, file: string, at: number, models: ReadonlySet<string>): Column | undefined {
  const field = /^(\w{1,99})\s{1,60}(\w{1,99})(\[\])?(\?)?/.exec(line);
  if (!field || line.startsWith("@@")) return undefined;
  const [, name, type, , optional] = field;
  if (models.has(type as string)) return undefined;
  const mapped = /@map\((?:name:\s{0,9})?"([^"]{1,99})"/.exec(line)?.[1];
  return { name: mapped ?? (name as string), type: `${type}${field[3] ?? ""}`, nullable: optional === "?", file, line: at };
}
