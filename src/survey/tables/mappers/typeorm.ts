import type { OwnedClass, Project } from "../../project.ts";
import { endOf, entry, texts } from "../../syntax/tree.ts";
import type { Column, TableFact } from "../../types.ts";
import { lineage, note, once } from "../lineage.ts";
import { snake } from "../schema.ts";

/** Entities of TypeORM and MikroORM. */
export function typeOrm(project: Project, one: OwnedClass): TableFact | undefined {
  const entity = note(one.made.notes, "Entity");
  if (!entity || !["typescript", "javascript"].includes(one.source.language)) return undefined;
  const name =
    texts(entity.args[0])[0] ??
    texts(
      entry(
        entity.args.find(({ t }) => t === "map"),
        "name",
        "tableName",
      ),
    )[0] ??
    snake(one.made.name);
  const columns = lineage(project, one).flatMap(({ source, made }) =>
    made.fields.flatMap((field): Column[] => {
      const given = field.notes.find((found) =>
        /^(?:(?:Primary|PrimaryGenerated|CreateDate|UpdateDate|DeleteDate|Version|ObjectId)?Column|PrimaryKey|Property|Enum|SerializedPrimaryKey)$/.test(
          endOf(found.fn),
        ),
      );
      const relation = field.notes.find((found) => /^(?:ManyToOne|OneToOne)$/.test(endOf(found.fn)));
      const options = [...(given?.args ?? []), ...(relation?.args ?? [])].find(({ t }) => t === "map");
      const join = note(field.notes, "JoinColumn");
      const at = { file: source.path, line: field.line };
      if (given)
        return [
          {
            name: texts(entry(options, "name", "fieldName"))[0] ?? field.name,
            type: texts(given.args[0])[0] ?? texts(entry(options, "type"))[0] ?? field.type,
            nullable: endOf(entry(options, "nullable")) === "true",
            ...at,
          },
        ];
      if (relation && (join || endOf(relation.fn) === "ManyToOne"))
        return [{ name: texts(entry(join?.args[0], "name"))[0] ?? `${field.name}Id`, type: field.type, ...at }];
      return [];
    }),
  );
  return columns.length > 0
    ? { name, columns: once(columns), source: "typeorm", model: one.made.name, file: one.source.path, line: one.made.line }
    : undefined;
}
