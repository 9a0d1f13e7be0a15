import { plural } from "../../routes/rails/words.ts";
import { type Expr, endOf, entry, keyOf, texts } from "../../syntax/tree.ts";
import type { Column, TableFact } from "../../types.ts";
import { once } from "../lineage.ts";
import type { At } from "./drizzle.ts";

/** A model of Sequelize; it has an id and two times where nothing else is said. */
export function sequelize(model: string, map: Expr, options: Expr | undefined, at: At): TableFact {
  const columns =
    map.t === "map"
      ? map.entries.map(
          ({ key, value }): Column => ({
            name: texts(entry(value, "field"))[0] ?? keyOf(key),
            type: endOf(entry(value, "type") ?? value),
            file: at.file,
            line: key.line,
          }),
        )
      : [];
  if (
    !columns.some(({ name }) => name === "id") &&
    !(map.t === "map" && map.entries.some(({ value }) => endOf(entry(value, "primaryKey")) === "true"))
  )
    columns.unshift({ name: "id", type: "INTEGER", ...at });
  if (endOf(entry(options, "timestamps")) !== "false")
    columns.push({ name: "createdAt", type: "DATE", ...at }, { name: "updatedAt", type: "DATE", ...at });
  const frozen = endOf(entry(options, "freezeTableName")) === "true";
  return {
    name: texts(entry(options, "tableName"))[0] ?? (frozen ? model : plural(model)),
    columns: once(columns),
    source: "sequelize",
    model,
    ...at,
  };
}
