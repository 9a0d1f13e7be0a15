import type { OwnedClass, Project } from "../../project.ts";
import { endOf, type Field, texts } from "../../syntax/tree.ts";
import type { Column, TableFact } from "../../types.ts";
import { bare, lineage, once } from "../lineage.ts";
import { snake } from "../schema.ts";

/** Models of SQLAlchemy and SQLModel. */
export function sqlAlchemy(project: Project, one: OwnedClass): TableFact | undefined {
  if (one.source.language !== "python") return undefined;
  const isSqlModel = one.made.bases.includes("table=True");
  const line = lineage(project, one);
  const above = line.flatMap(({ made }) => made.bases.map(bare));
  const table = one.made.fields.find(({ name }) => name === "__tablename__");
  const isModel = above.some((base) => /^(?:Base|Model|DeclarativeBase|SQLModel|db\.Model|MappedAsDataclass)$/.test(base));
  const columns = line.flatMap(({ source, made }) => made.fields.flatMap((field) => alchemyColumn(field, source.path, isSqlModel)));
  if (columns.length === 0 || !(isSqlModel || table || (isModel && columns.some(({ type }) => type !== undefined)))) return undefined;
  const abstract = one.made.fields.some(({ name, value }) => name === "__abstract__" && endOf(value) === "True");
  if (abstract || (!table && !isSqlModel && !one.made.bases.some((base) => /Model/.test(base)))) return undefined;
  const name = texts(table?.value)[0] ?? (isSqlModel ? one.made.name.toLowerCase() : snake(one.made.name));
  return { name, columns: once(columns), source: "sqlalchemy", model: one.made.name, file: one.source.path, line: one.made.line };
}

function alchemyColumn(field: Field, file: string, isSqlModel: boolean): Column[] {
  const call = field.value?.t === "call" ? field.value : undefined;
  const kind = endOf(call?.fn);
  if (isSqlModel) {
    if (
      kind === "Relationship" ||
      /List\[|list\[/.test(field.type ?? "") ||
      field.name.startsWith("__") ||
      !field.type ||
      field.name === "model_config"
    )
      return [];
    return [{ name: field.name, type: field.type, nullable: /None|Optional/.test(field.type), file, line: field.line }];
  }
  const mapped = /^(?:\w{1,20}\.)?Mapped\[(.{1,200})\]$/.exec(field.type ?? "")?.[1];
  if (["Column", "mapped_column"].includes(kind)) {
    const first = call?.args[0];
    return [
      {
        name: texts(first)[0] ?? field.name,
        type: endOf(first?.t === "str" ? call?.args[1] : first) || mapped,
        nullable: endOf(call?.named.nullable) !== "False",
        file,
        line: field.line,
      },
    ];
  }
  if (mapped && kind !== "relationship" && !field.value)
    return [{ name: field.name, type: mapped, nullable: /None|Optional/.test(mapped), file, line: field.line }];
  return [];
}
