import type { Project } from "../../project.ts";
import type { TableFact } from "../../types.ts";
import { django } from "./django.ts";
import { doctrine } from "./doctrine.ts";
import { jpa } from "./jpa.ts";
import { sqlAlchemy } from "./sqlalchemy.ts";
import { typeOrm } from "./typeorm.ts";

/** Tables from classes that a mapper knows. */
export function modelTables(project: Project): TableFact[] {
  const found: TableFact[] = [];
  for (const one of project.allClasses()) {
    const table = typeOrm(project, one) ?? jpa(project, one) ?? sqlAlchemy(project, one) ?? django(project, one) ?? doctrine(project, one);
    if (table) found.push(table);
  }
  return found;
}
