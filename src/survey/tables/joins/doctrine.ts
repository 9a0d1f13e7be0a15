import { type Expr, endOf, entry, texts } from "../../syntax/tree.ts";
import type { TableFact } from "../../types.ts";
import { note } from "../lineage.ts";
import { snake } from "../schema.ts";
import { type Joining, keysTable } from "./joining.ts";

/** `ManyToMany` of Doctrine, on the side that owns it. */
export function doctrineJoin(joining: Joining): TableFact | undefined {
  const { stored, one, field, table } = joining;
  const relation = note(field.notes, "ManyToMany");
  if (!relation || relation.named.mappedBy) return undefined;
  const target = targetOf(relation.named.targetEntity ?? relation.args[0]);
  const other = stored.get(target);
  if (!other) return undefined;
  const [join] = [note(field.notes, "JoinTable")];
  return keysTable(joining, texts(join?.named.name ?? join?.args[0])[0] ?? `${table.name}_${other.name}`, [
    columnOf(note(field.notes, "JoinColumn")) ?? `${snake(one.made.name)}_id`,
    columnOf(note(field.notes, "InverseJoinColumn")) ?? `${snake(target)}_id`,
  ]);
}

const columnOf = (e: Expr | undefined): string | undefined => texts(entry(e, "name"))[0];

/** `Tag::class` and `"App\\Entity\\Tag"`. */
function targetOf(e: Expr | undefined): string {
  const said = texts(e)[0] ?? (e?.t === "member" ? endOf(e.of) : endOf(e));
  return (
    said
      .replace(/::class$/, "")
      .split("\\")
      .at(-1) ?? ""
  );
}
