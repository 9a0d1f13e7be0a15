import type { OwnedClass } from "../../project.ts";
import type { Field } from "../../syntax/tree.ts";
import type { Column, TableFact } from "../../types.ts";

/** What a mapper keeps where objects of one class name many of another. */
export interface Joining {
  /** The classes with a table, by name. */
  stored: ReadonlyMap<string, TableFact>;
  one: OwnedClass;
  field: Field;
  table: TableFact;
}

/** @returns a table of the keys of two others */
export function keysTable({ one: { source }, field, table }: Joining, name: string, keys: readonly (string | undefined)[]): TableFact {
  const at = { file: source.path, line: field.line };
  return { name, columns: keys.flatMap((key): Column[] => (key ? [{ name: key, ...at }] : [])), source: table.source, ...at };
}

/** @returns the class that a type holds many of: `Tag` of `List<Tag>`, `[]*models.Tag` and `Tag[]` */
export function manyOf(type: string | undefined): string | undefined {
  const inner =
    /^(?:\w{1,40}\.){0,3}(?:List|Set|Collection|ICollection|IList|IEnumerable|HashSet|SortedSet|Array|Promise)<(.{1,120})>\??$/.exec(
      type ?? "",
    )?.[1] ??
    /^\*?\[\]\*?(.{1,120})$/.exec(type ?? "")?.[1] ??
    /^(.{1,120})\[\]$/.exec(type ?? "")?.[1];
  return inner?.split(".").at(-1);
}
