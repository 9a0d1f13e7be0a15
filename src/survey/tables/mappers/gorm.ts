import type { OwnedClass, Project } from "../../project.ts";
import { endOf, type Field, texts, walk } from "../../syntax/tree.ts";
import type { Column, TableFact } from "../../types.ts";
import { once } from "../lineage.ts";
import { gormName, gormNaming } from "./gorm-names.ts";

/**
 * GORM: structs that are migrated, or that say so in their tags.
 *
 * @param known the names of tables that something else has told: one of them is meant where the code puts a name together
 */
export function gormTables(project: Project, known: readonly string[]): TableFact[] {
  const migrated = new Set<string>();
  const named = new Map<string, string>();
  for (const source of project.of("go"))
    walk(source.tree, (e) => {
      if (e.t === "call" && endOf(e.fn) === "AutoMigrate")
        for (const arg of e.args)
          for (const item of arg.t === "list" ? arg.items : [arg])
            migrated.add(modelName(item.t === "map" ? (item.type ?? "") : item.t === "call" ? endOf(item.args[0]) : endOf(item)));
      if (e.t === "fn" && e.name === "TableName" && e.on) {
        const value = e.body.find((part) => part.t === "return");
        const name = value?.t === "return" ? texts(value.value)[0] : undefined;
        if (name) named.set(e.on, name);
      }
    });
  const structs = project.allClasses().filter(({ source, made }) => source.language === "go" && made.sort === "struct");
  const embedded = new Set(structs.flatMap(({ made }) => made.bases.map(modelName)));
  const hasTags = ({ made, source }: OwnedClass, depth = 0): boolean =>
    made.fields.some(({ tag }) => /\bgorm:"(?!-)/.test(tag ?? "")) ||
    made.bases.some((base) => {
      const inner = depth < 4 ? project.classes(modelName(base), source)[0] : undefined;
      return inner !== undefined && hasTags(inner, depth + 1);
    });
  const naming = gormNaming(project);
  return (
    structs
      .filter((one) => migrated.has(one.made.name) || one.made.bases.includes("gorm.Model") || hasTags(one))
      .filter(({ made }) => migrated.size === 0 || migrated.has(made.name) || named.has(made.name) || made.bases.includes("gorm.Model"))
      // What others take their fields from has no table of its own, unless something makes one.
      .filter(({ made }) => !embedded.has(made.name) || migrated.has(made.name) || named.has(made.name))
      .flatMap((one): TableFact[] => {
        const { source, made } = one;
        const columns = once(structColumns(project, one));
        if (columns.length === 0) return [];
        const name = named.get(made.name) ?? naming(made.name, known);
        if (name !== undefined) return [{ name, columns, source: "gorm", model: made.name, file: source.path, line: made.line }];
        project.cannotRead(
          { file: source.path, line: made.line },
          `the name of the table of ${made.name}`,
          "it is put together while the program runs",
        );
        return [];
      })
  );
}

const modelName = (type: string): string =>
  type
    .replace(/^[&*]{1,2}/, "")
    .split(".")
    .at(-1) ?? "";

function structColumns(project: Project, { source, made }: OwnedClass, depth = 0): Column[] {
  const columns: Column[] = [];
  for (const base of made.bases) {
    if (base.endsWith("gorm.Model"))
      for (const [name, type] of [
        ["id", "uint"],
        ["created_at", "time"],
        ["updated_at", "time"],
        ["deleted_at", "time"],
      ])
        columns.push({ name: name as string, type, file: source.path, line: made.line });
    const inner = depth < 5 ? project.classes(modelName(base), source)[0] : undefined;
    if (inner && !base.endsWith("gorm.Model")) columns.push(...structColumns(project, inner, depth + 1));
  }
  for (const field of made.fields) columns.push(...structColumn(project, field, source, depth));
  return columns;
}

const PLAIN =
  /^\*?(?:\[\]byte|string|bool|u?int\d{0,2}|float\d{2}|time\.\w{1,20}|byte|rune|sql\.Null\w{0,20}|gorm\.DeletedAt|uuid\.\w{1,20}|datatypes\.\w{1,20}|json\.RawMessage|decimal\.\w{1,20}|pq\.\w{1,30})$/;

function structColumn(project: Project, field: Field, source: OwnedClass["source"], depth: number): Column[] {
  const tag = /gorm:"([^"]{0,400})"/.exec(field.tag ?? "")?.[1] ?? "";
  if (tag === "-" || /(?:^|;)-(?:;|:|$)/.test(tag) || !/^[A-Z]/.test(field.name)) return [];
  const name = /(?:^|;)\s{0,3}column:([^;]{1,99})/i.exec(tag)?.[1];
  const bare = (field.type ?? "").replace(/^\*/, "");
  const inner = project.classes(modelName(bare), source)[0];
  if (/(?:^|;)\s{0,3}embedded/i.test(tag) && inner && depth < 5) {
    const prefix = /embeddedPrefix:([^;]{1,99})/i.exec(tag)?.[1] ?? "";
    return structColumns(project, inner, depth + 1).map((column) => ({ ...column, name: prefix + column.name }));
  }
  const isRelation =
    !name &&
    !/(?:^|;)\s{0,3}(?:type|serializer):/i.test(tag) &&
    !PLAIN.test(bare) &&
    (bare.startsWith("[]") || bare.startsWith("map[") || inner?.made.sort === "struct");
  if (isRelation) return [];
  return [
    { name: name ?? gormName(field.name), type: field.type, nullable: field.type?.startsWith("*"), file: source.path, line: field.line },
  ];
}
