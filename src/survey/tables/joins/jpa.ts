import type { Class, Field } from "../../syntax/tree.ts";
import { type Call, type Expr, texts } from "../../syntax/tree.ts";
import type { TableFact } from "../../types.ts";
import { note } from "../lineage.ts";
import { snake } from "../schema.ts";
import { type Joining, keysTable, manyOf } from "./joining.ts";

/** `@ManyToMany`, `@ElementCollection` and a `@OneToMany` that nothing maps back, of JPA. */
export function jpaJoin(joining: Joining): TableFact | undefined {
  const { stored, one, field, table } = joining;
  const notes = [...field.notes, ...getterNotes(one.made, field)];
  const items = note(notes, "ElementCollection");
  if (items) return elements(joining, note(notes, "CollectionTable"), texts(note(notes, "Column")?.named.name)[0]);
  const relation = note(notes, "ManyToMany", "OneToMany");
  const other = stored.get(manyOf(field.type) ?? "");
  const join = note(notes, "JoinTable");
  if (
    !relation ||
    !other ||
    relation.named.mappedBy ||
    (relation.fn.t === "name" && relation.fn.v === "OneToMany" && note(notes, "JoinColumn"))
  )
    return undefined;
  return keysTable(joining, texts(join?.named.name)[0] ?? `${table.name}_${snake(field.name)}`, [
    columnIn(join?.named.joinColumns) ?? `${snake(one.made.name)}_${keyOf(table)}`,
    columnIn(join?.named.inverseJoinColumns) ?? `${snake(field.name)}_${keyOf(other)}`,
  ]);
}

function elements(joining: Joining, kept: Call | undefined, column: string | undefined): TableFact | undefined {
  const { one, field, table } = joining;
  // The parts of what is embedded are columns of their own: nothing is told of a table that is known by half.
  if (
    /^[A-Z]/.test(manyOf(field.type) ?? "") &&
    !/^(?:String|Integer|Long|UUID|Double|Boolean|BigDecimal|LocalDate|Instant)$/.test(manyOf(field.type) ?? "") &&
    column === undefined
  )
    return undefined;
  return keysTable(joining, texts(kept?.named.name)[0] ?? `${snake(one.made.name)}_${snake(field.name)}`, [
    columnIn(kept?.named.joinColumns) ?? `${snake(one.made.name)}_${keyOf(table)}`,
    column ?? snake(field.name),
  ]);
}

const keyOf = ({ columns }: TableFact): string => columns.find(({ name }) => name === "id")?.name ?? columns[0]?.name ?? "id";

/** The name in `@JoinColumn(name = "x")`, alone or in braces. */
function columnIn(e: Expr | undefined): string | undefined {
  if (e?.t === "list") return e.items.map(columnIn).find((name) => name !== undefined);
  return e?.t === "call" ? texts(e.named.name)[0] : undefined;
}

const getterNotes = ({ methods }: Class, { name }: Field): Call[] =>
  methods.find((one) => one.name === `get${name[0]?.toUpperCase()}${name.slice(1)}`)?.notes ?? [];
