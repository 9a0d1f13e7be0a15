import type { OwnedClass, Project } from "../../project.ts";
import type { TableFact } from "../../types.ts";
import { lineage } from "../lineage.ts";
import { djangoJoin } from "./django.ts";
import { doctrineJoin } from "./doctrine.ts";
import { efJoin } from "./entity-framework.ts";
import { gormJoin } from "./gorm.ts";
import type { Joining } from "./joining.ts";
import { jpaJoin } from "./jpa.ts";
import { typeOrmJoin } from "./typeorm.ts";

type Join = (joining: Joining, of: (name: string) => OwnedClass | undefined) => TableFact | undefined;

const JOINS: Readonly<Record<string, Join>> = {
  typeorm: typeOrmJoin,
  jpa: jpaJoin,
  django: djangoJoin,
  gorm: gormJoin,
  doctrine: doctrineJoin,
  ef: efJoin,
};

/**
 * @param tables those of the classes
 * @returns the tables that mappers add between two others, and whose names are mostly written nowhere
 */
export function joinTables(project: Project, tables: readonly TableFact[]): TableFact[] {
  const stored = new Map(tables.flatMap((table) => (table.model ? [[table.model, table] as const] : [])));
  const found = [...stored.values()].flatMap((table) => {
    const join = JOINS[table.source];
    const one =
      join && project.classes(table.model ?? "").find(({ source, made }) => source.path === table.file && made.line === table.line);
    if (!join || !one) return [];
    const of = (name: string) => project.classes(name, one.source)[0];
    return lineage(project, one).flatMap(({ made }) => made.fields.flatMap((field) => join({ stored, one, field, table }, of) ?? []));
  });
  return [...new Map(found.map((table) => [table.name.toLowerCase(), table])).values()];
}
