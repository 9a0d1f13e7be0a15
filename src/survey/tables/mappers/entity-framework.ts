import type { OwnedClass, Project, Source } from "../../project.ts";
import { type Class, endOf, type Field, texts, walk } from "../../syntax/tree.ts";
import type { Column, TableFact } from "../../types.ts";
import { once } from "../lineage.ts";
import { shadowKeys } from "./entity-framework-keys.ts";

/** Entity Framework: the sets of a context, each with the class that it holds. */
export function efTables(project: Project): TableFact[] {
  const found: TableFact[] = [];
  const renamed = new Map<string, string>();
  const stored = new Set<string>();
  for (const source of project.of("csharp")) for (const [entity, name] of renamedIn(source)) renamed.set(entity, name);
  for (const { source, made } of project.allClasses()) {
    if (!isContext(source, made)) continue;
    for (const set of made.fields) stored.add(heldBy(set) ?? "");
  }
  for (const { source, made } of project.allClasses()) {
    if (!isContext(source, made)) continue;
    for (const set of made.fields) {
      const type = heldBy(set);
      const entity = type ? project.classes(type, source)[0] : undefined;
      if (!type || !entity) continue;
      const own = entity.made.notes.find((note) => endOf(note.fn) === "Table");
      const columns = once([...properties(project, entity), ...shadowKeys(project, entity, stored)]);
      found.push({
        name: texts(own?.args[0])[0] ?? renamed.get(type) ?? set.name,
        columns,
        source: "ef",
        model: type,
        file: entity.source.path,
        line: entity.made.line,
      });
    }
  }
  return found;
}

const isContext = ({ language }: Source, { bases }: Class): boolean =>
  language === "csharp" && bases.some((base) => /DbContext(?:<|$)/.test(base));

/** @returns the class whose objects a set holds */
function heldBy({ type }: Field): string | undefined {
  return /^DbSet<(.{1,99})>\??$/
    .exec(type ?? "")?.[1]
    ?.split(".")
    .at(-1);
}

/** `ToTable("orders")` in an `IEntityTypeConfiguration<Order>`: the innermost such class around it says whose table it is. */
function renamedIn({ tree }: Source): [string, string][] {
  const configured: { entity: string; from: number; to: number }[] = [];
  const tables: { name: string; line: number }[] = [];
  walk(tree, (e) => {
    const entity = e.t === "class" ? /IEntityTypeConfiguration<(.{1,99})>/.exec(e.bases.join(" "))?.[1] : undefined;
    if (entity && e.t === "class") configured.push({ entity, from: e.line, to: e.last });
    const name = e.t === "call" && e.fn.t === "member" && endOf(e.fn) === "ToTable" ? texts(e.args[0])[0] : undefined;
    if (name) tables.push({ name, line: e.line });
  });
  return tables.flatMap(({ name, line }): [string, string][] => {
    const holder = configured.findLast(({ from, to }) => from <= line && to >= line);
    return holder ? [[holder.entity, name]] : [];
  });
}

const VALUE =
  /^(?:string|bool|byte|sbyte|short|ushort|int|uint|long|ulong|float|double|decimal|char|Guid|DateTime|DateTimeOffset|DateOnly|TimeOnly|TimeSpan|byte\[\]|Uri|JsonDocument|Nullable<.{1,40}>)\??$/;

function properties(project: Project, { source, made }: OwnedClass, depth = 0): Column[] {
  const above = made.bases.flatMap((base) =>
    project
      .classes(base.split("<")[0] as string, source)
      .filter((one) => one.made !== made && one.made.sort === "class")
      .slice(0, 1),
  );
  const inherited = depth < 6 ? above.flatMap((one) => properties(project, one, depth + 1)) : [];
  const own = made.fields.flatMap((field): Column[] => {
    if (field.fixed || field.tag !== undefined || field.notes.some((note) => endOf(note.fn) === "NotMapped")) return [];
    const column = field.notes.find((note) => endOf(note.fn) === "Column");
    const bare = (field.type ?? "").replace(/\?$/, "");
    const inner = project.classes(bare, source)[0];
    if (!VALUE.test(field.type ?? "") && inner?.made.sort !== "enum" && !(inner === undefined && /^[a-z]/.test(bare))) return [];
    return [
      {
        name: texts(column?.args[0])[0] ?? field.name,
        type: field.type,
        nullable: field.type?.endsWith("?"),
        file: source.path,
        line: field.line,
      },
    ];
  });
  return [...inherited, ...own];
}
