import type { OwnedClass } from "../../project.ts";
import type { Field } from "../../syntax/tree.ts";
import type { TableFact } from "../../types.ts";
import { type Joining, keysTable, manyOf } from "./joining.ts";

/** Two classes of Entity Framework that each hold many of the other, with nothing between. */
export function efJoin(joining: Joining, of: (name: string) => OwnedClass | undefined): TableFact | undefined {
  const { stored, one, field } = joining;
  const target = manyOf(field.type);
  const other = target && target !== one.made.name && stored.has(target) ? of(target) : undefined;
  if (!other || !isKept(field)) return undefined;
  const back = other.made.fields.filter((each) => manyOf(each.type) === one.made.name && isKept(each));
  // It is told once, from the side whose name comes first.
  if (back.length !== 1 || !back[0] || one.made.name > other.made.name) return undefined;
  if (one.made.fields.filter((each) => manyOf(each.type) === target).length > 1) return undefined;
  return keysTable(joining, `${one.made.name}${other.made.name}`, [`${back[0].name}${keyOf(one)}`, `${field.name}${keyOf(other)}`]);
}

const isKept = ({ fixed, tag, notes }: Field): boolean =>
  !fixed && tag === undefined && !notes.some(({ fn }) => fn.t === "name" && fn.v === "NotMapped");

const keyOf = ({ made }: OwnedClass): string =>
  made.fields.find(({ name }) => name.toLowerCase() === "id" || name.toLowerCase() === `${made.name}id`.toLowerCase())?.name ?? "Id";
