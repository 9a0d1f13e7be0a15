import { entry, texts, walk } from "../../syntax/tree.ts";
import type { TableFact } from "../../types.ts";
import { note } from "../lineage.ts";
import { snake } from "../schema.ts";
import { type Joining, keysTable } from "./joining.ts";

/** `@ManyToMany` with `@JoinTable` of TypeORM. */
export function typeOrmJoin(joining: Joining): TableFact | undefined {
  const { stored, field, table } = joining;
  const [relation, join] = [note(field.notes, "ManyToMany"), note(field.notes, "JoinTable")];
  if (!relation || !join) return undefined;
  let other: TableFact | undefined;
  const [target] = relation.args;
  if (target)
    walk(target, (e) => {
      if (e.t === "name") other ??= stored.get(e.v);
      return undefined;
    });
  if (!other) return undefined;
  const given = (key: string) => texts(entry(entry(join.args[0], key), "name"))[0];
  const [mine, theirs] = [camel(`${table.name}_${keyName(table)}`), camel(`${other.name}_${keyName(other)}`)];
  const isSame = mine === theirs;
  return keysTable(joining, texts(entry(join.args[0], "name"))[0] ?? snake(`${table.name}_${field.name}_${other.name}`), [
    given("joinColumn") ?? (isSame ? `${mine}_1` : mine),
    given("inverseJoinColumn") ?? (isSame ? `${theirs}_2` : theirs),
  ]);
}

const keyName = ({ columns }: TableFact): string =>
  columns.find(({ name }) => name === "id" || name === "uuid")?.name ?? columns[0]?.name ?? "id";
const camel = (name: string): string =>
  name.replace(/[_-]{1,9}(\w)/g, (_, letter: string) => letter.toUpperCase()).replace(/^[A-Z]/, (letter) => letter.toLowerCase());
