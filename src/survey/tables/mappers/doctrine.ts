import type { OwnedClass, Project } from "../../project.ts";
import { endOf, texts } from "../../syntax/tree.ts";
import type { Column, TableFact } from "../../types.ts";
import { lineage, note, once } from "../lineage.ts";
import { snake } from "../schema.ts";

/** Entities of Doctrine. */
export function doctrine(project: Project, one: OwnedClass): TableFact | undefined {
  const entity = one.made.notes.find((found) => /^(?:ORM\\)?Entity$/.test(endOf(found.fn)));
  if (!entity || one.source.language !== "php") return undefined;
  const name =
    texts(note(one.made.notes, "Table")?.named.name)[0] ?? texts(note(one.made.notes, "Table")?.args[0])[0] ?? snake(one.made.name);
  const columns = lineage(project, one).flatMap(({ source, made }) =>
    made.fields.flatMap((field): Column[] => {
      const column = note(field.notes, "Column");
      const at = { file: source.path, line: field.line };
      if (column)
        return [
          {
            name: texts(column.named.name)[0] ?? snake(field.name),
            type: texts(column.named.type)[0] ?? field.type,
            nullable: endOf(column.named.nullable) === "true",
            ...at,
          },
        ];
      const relation = note(field.notes, "ManyToOne", "OneToOne");
      if (relation && !relation.named.mappedBy)
        return [{ name: texts(note(field.notes, "JoinColumn")?.named.name)[0] ?? `${snake(field.name)}_id`, type: field.type, ...at }];
      return [];
    }),
  );
  return { name, columns: once(columns), source: "doctrine", model: one.made.name, file: one.source.path, line: one.made.line };
}
