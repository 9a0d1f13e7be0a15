import type { Project } from "../project.ts";
import type { TableFact } from "../types.ts";
import { calledTables } from "./called.ts";
import { joinTables } from "./joins/index.ts";
import { efTables } from "./mappers/entity-framework.ts";
import { gormTables } from "./mappers/gorm.ts";
import { modelTables } from "./mappers/models.ts";
import { prismaTables } from "./mappers/prisma.ts";
import { codeTables } from "./migrations/migrations.ts";
import { sqlTables } from "./sql/files.ts";
import { sqlInCode } from "./sql/in-code.ts";

/** The tables of a repository: as its migrations leave them; where there are none, as its mappers say. */
export function collectTables(project: Project): void {
  const found = new Map<string, TableFact>();
  const keep = (tables: readonly TableFact[]) => {
    for (const table of tables) {
      const key = nameKey(table.name);
      const known = found.get(key);
      if (!known) found.set(key, table);
      else if (table.model && !known.model) known.model = table.model;
    }
  };
  const migrated = [...sqlTables(project), ...codeTables(project)].filter(
    ({ name }) => !/^(?:schema_migrations|_?sqlx_migrations|flyway_schema_history|ar_internal_metadata|alembic_version)$/.test(name),
  );
  keep(migrated);
  keep(prismaTables(project));
  keep(calledTables(project));
  keep(modelTables(project));
  keep(
    gormTables(
      project,
      [...found.values()].map(({ name }) => name),
    ),
  );
  keep(efTables(project));
  // Where migrations say what there is, they say it of these as well.
  if (migrated.length === 0) keep(joinTables(project, [...found.values()]));
  keep(sqlInCode(project));
  project.tables.push(...[...found.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0)));
}

const nameKey = (name: string): string => name.toLowerCase().replace(/["`]/g, "");
