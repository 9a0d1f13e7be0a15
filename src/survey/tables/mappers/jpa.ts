import type { OwnedClass, Project } from "../../project.ts";
import { type Class, endOf, type Field, texts } from "../../syntax/tree.ts";
import type { Column, TableFact } from "../../types.ts";
import { bare, lineage, note, once } from "../lineage.ts";
import { snake } from "../schema.ts";

/** Entities of JPA. */
export function jpa(project: Project, one: OwnedClass): TableFact | undefined {
  const entity = note(one.made.notes, "Entity", "Table");
  if (!entity || one.source.language !== "java" || (!note(one.made.notes, "Entity") && !note(one.made.notes, "Table"))) return undefined;
  const table = note(one.made.notes, "Table");
  const name =
    texts(table?.named.name ?? table?.named.value ?? table?.args[0])[0] ??
    snake(texts(note(one.made.notes, "Entity")?.named.name)[0] ?? one.made.name);
  const columns = lineage(project, one).flatMap(({ source, made }) =>
    made.fields.flatMap((field) => jpaColumns(project, field, source, made)),
  );
  return { name, columns: once(columns), source: "jpa", model: one.made.name, file: one.source.path, line: one.made.line };
}

function jpaColumns(project: Project, field: Field, source: OwnedClass["source"], made: Class): Column[] {
  if (field.fixed || note(field.notes, "Transient", "OneToMany", "ManyToMany", "ElementCollection", "Formula")) return [];
  const at = { file: source.path, line: field.line };
  const getter = made.methods.find(({ name }) => name === `get${field.name[0]?.toUpperCase()}${field.name.slice(1)}`)?.notes ?? [];
  const notes = [...field.notes, ...getter];
  const embedded =
    note(notes, "Embedded", "EmbeddedId") ??
    (project.classes(bare(field.type ?? ""), source)[0]?.made.notes.some((found) => endOf(found.fn) === "Embeddable") ? field : undefined);
  if (embedded) {
    const inner = project.classes(bare(field.type ?? ""), source)[0];
    return inner ? inner.made.fields.flatMap((one) => jpaColumns(project, one, inner.source, inner.made)) : [];
  }
  const relation = note(notes, "ManyToOne", "OneToOne");
  if (relation?.named.mappedBy) return [];
  const column = note(notes, "Column", "JoinColumn");
  const given = texts(column?.named.name ?? column?.named.value)[0];
  return [
    {
      name: given ?? (relation ? `${snake(field.name)}_id` : snake(field.name)),
      type: field.type,
      nullable: endOf(column?.named.nullable) !== "false" && !note(notes, "Id", "NotNull"),
      ...at,
    },
  ];
}
