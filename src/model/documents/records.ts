import type { Table } from "../../markdown/index.ts";
import { groupBy } from "../../text/group.ts";
import { nameKey } from "../../text/names.ts";
import { isSkeleton } from "../../text/skeleton.ts";
import type { Alignment, Item, Value } from "../types.ts";
import { fieldParts, type PlaceOf, sectionItem, standsFor, stated, writtenRows } from "./items.ts";

/** A table of records: which column names them, and which holds each label. */
interface RecordTable {
  table: Table;
  names: number;
  columns: ReadonlyMap<string, number>;
}

/**
 * Reads a repeated section's records from all of their forms: a heading with fields, a row of a table, or both. One record may be told in
 * several places under one name: what a reader needs at a glance in a table of few columns, its steps below a heading.
 */
export function readItems(alignment: Alignment, place: PlaceOf): Item[] {
  const labels = fieldParts(alignment.template.parts).map(({ label }) => label);
  const sections = alignment.sections.filter(({ title }) => !isSkeleton(title)).map((section) => sectionItem(section, labels, place));
  const tables = alignment.tables.flatMap((table) => recordTable(table, labels));
  const whole = wholeRecords(tables, labels);
  const items = join([...sections, ...whole.flatMap((table) => rowItems(table, place))]);
  const rest = tables.filter((table) => !whole.includes(table)).flatMap((table) => rowItems(table, place));
  const others = groupBy(rest, ({ name }) => sameName(name));
  return items.map((item) => (others.get(sameName(item.name)) ?? []).reduce(completed, item));
}

function recordTable(table: Table, labels: readonly string[]): RecordTable[] {
  const keys = table.header.map(({ text }) => nameKey(text));
  const columns = new Map(
    labels.flatMap((label) => {
      const exact = keys.indexOf(nameKey(label));
      const column = exact === -1 ? table.header.findIndex(({ text }) => standsFor(text, label, labels)) : exact;
      return column === -1 ? [] : [[label, column] as const];
    }),
  );
  const taken = new Set(columns.values());
  return columns.size === 0
    ? []
    : [
        {
          table,
          names: Math.max(
            0,
            keys.findIndex((_, index) => !taken.has(index)),
          ),
          columns,
        },
      ];
}

/** @returns the tables that stand for the repeated section: with at least half of its labels, alone or with others that name the same. */
function wholeRecords(tables: readonly RecordTable[], labels: readonly string[]): RecordTable[] {
  const told = new Map<string, Set<string>>();
  const named = tables.map((table) => ({ table, names: namesIn(table) }));
  for (const { table, names } of named) told.set(names, new Set([...(told.get(names) ?? []), ...table.columns.keys()]));
  return named.flatMap(({ table, names }) => ((told.get(names)?.size ?? 0) * 2 >= labels.length ? [table] : []));
}

function namesIn({ table, names }: RecordTable): string {
  return writtenRows(table)
    .map((row) => sameName(row[names]?.text ?? ""))
    .sort()
    .join("\n");
}

function rowItems({ table, names, columns }: RecordTable, place: PlaceOf): Item[] {
  return writtenRows(table).flatMap((row) => {
    const name = row[names];
    if (!name) return [];
    const values: Record<string, Value> = {};
    for (const [label, column] of columns) {
      const cell = row[column];
      if (cell) values[label] = { ...stated(cell, place), codes: cell.codes, items: [] };
    }
    return [{ name: name.text, values, form: "row" as const, place: place(name.span) }];
  });
}

/** Two records of one name are one where each says what the other does not. */
function join(items: readonly Item[]): Item[] {
  const joined = new Map<string, Item[]>();
  for (const item of items) {
    const same = joined.get(sameName(item.name)) ?? [];
    const index = same.findIndex((other) => areDisjoint(other, item));
    if (index === -1) same.push(item);
    else same[index] = completed(same[index] ?? item, item);
    joined.set(sameName(item.name), same);
  }
  return [...joined.values()].flat();
}

function areDisjoint(one: Item, other: Item): boolean {
  return Object.keys(one.values).every((label) => !Object.hasOwn(other.values, label));
}

/** What a record says first counts. */
function completed(item: Item, other: Item): Item {
  return { ...item, values: { ...other.values, ...item.values } };
}

/** `GET /orders` and `GET /orders/{id}` differ by what is no letter. */
function sameName(name: string): string {
  return name.trim().replace(/\s+/g, " ").toLowerCase();
}
