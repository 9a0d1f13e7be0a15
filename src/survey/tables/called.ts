import type { Project } from "../project.ts";
import { endOf, entry, keyOf, texts, walk } from "../syntax/tree.ts";
import type { Column, TableFact } from "../types.ts";
import { diesel } from "./mappers/diesel.ts";
import { drizzle } from "./mappers/drizzle.ts";
import { sequelize } from "./mappers/sequelize.ts";

/** Calls that define a table: Drizzle's `pgTable`, SQLAlchemy's `Table`, Sequelize's `define`, Diesel's `table!`. */
export function calledTables(project: Project): TableFact[] {
  const found: TableFact[] = [];
  for (const source of project.sources.values())
    walk(source.tree, (e) => {
      if (e.t !== "call") return;
      const kind = endOf(e.fn);
      const at = { file: source.path, line: e.line };
      if (
        /^(?:pg|mysql|sqlite|singlestore)Table$/.test(kind) ||
        (kind === "table" && e.args[1]?.t === "map" && source.language === "typescript")
      )
        found.push(...drizzle(e, at));
      else if (kind === "Table" && source.language === "python") {
        const columns = e.args
          .slice(2)
          .flatMap((arg): Column[] =>
            arg.t === "call" && endOf(arg) === "Column" && texts(arg.args[0])[0]
              ? [{ name: texts(arg.args[0])[0] as string, type: endOf(arg.args[1]), file: source.path, line: arg.line }]
              : [],
          );
        if (columns.length > 0 && texts(e.args[0])[0])
          found.push({ name: texts(e.args[0])[0] as string, columns, source: "sqlalchemy", ...at });
      } else if (
        kind === "define" &&
        ["javascript", "typescript"].includes(source.language) &&
        e.args[1]?.t === "map" &&
        texts(e.args[0])[0]
      )
        found.push(sequelize(texts(e.args[0])[0] as string, e.args[1], e.args[2], at));
      else if (kind === "init" && e.fn.t === "member" && e.args[0]?.t === "map" && entry(e.args[1], "sequelize"))
        found.push(sequelize(texts(entry(e.args[1], "modelName"))[0] ?? keyOf(e.fn.of), e.args[0], e.args[1], at));
      else if (kind === "table!" && source.language === "rust") found.push(...diesel(e, at));
    });
  return found;
}
