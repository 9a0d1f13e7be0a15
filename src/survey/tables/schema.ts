import type { Column, Place, TableFact } from "../types.ts";

/** The tables that migrations lead to, one after the other. */
export class Schema {
  readonly tables = new Map<string, TableFact>();
  readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  create(name: string, columns: Column[], place: Place, again = false): TableFact {
    const key = keyOf(name);
    const known = this.tables.get(key);
    if (known && again) return known;
    const table: TableFact = { name: bare(name), columns: unique(columns), source: this.source, file: place.file, line: place.line };
    this.tables.set(key, table);
    return table;
  }

  add(table: string, column: Column): void {
    const found = this.tables.get(keyOf(table));
    if (found) found.columns = unique([...found.columns.filter(({ name }) => name.toLowerCase() !== column.name.toLowerCase()), column]);
  }

  drop(table: string, column: string): void {
    const found = this.tables.get(keyOf(table));
    if (found) found.columns = found.columns.filter(({ name }) => name.toLowerCase() !== column.toLowerCase());
  }

  rename(table: string, from: string, to: string): void {
    const found = this.tables.get(keyOf(table));
    if (found)
      found.columns = found.columns.map((column) => (column.name.toLowerCase() === from.toLowerCase() ? { ...column, name: to } : column));
  }

  renameTable(from: string, to: string): void {
    const found = this.tables.get(keyOf(from));
    if (!found) return;
    this.tables.delete(keyOf(from));
    found.name = bare(to);
    this.tables.set(keyOf(to), found);
  }

  dropTable(name: string): void {
    this.tables.delete(keyOf(name));
  }
}

const bare = (name: string): string => name.split(".").at(-1) ?? name;
const keyOf = (name: string): string => bare(name).toLowerCase();

function unique(columns: Column[]): Column[] {
  const seen = new Set<string>();
  return columns.filter(({ name }) => !seen.has(name.toLowerCase()) && seen.add(name.toLowerCase()));
}

/** Puts versions in their order: `V2__x` before `V10__x`. */
export function inOrder(a: string, b: string): number {
  const [left, right] = [parts(a), parts(b)];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const [one, other] = [left[at] ?? "", right[at] ?? ""];
    if (one === other) continue;
    const [n, m] = [Number(one), Number(other)];
    if (!Number.isNaN(n) && !Number.isNaN(m) && one !== "" && other !== "" && n !== m) return n - m;
    return one < other ? -1 : 1;
  }
  return 0;
}

const parts = (path: string): string[] => path.match(/\d{1,20}|\D{1,200}/g) ?? [];

/** snake_case, as most mappers name what is not named. */
export const snake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .replace(/([A-Z]{1,40})([A-Z][a-z])/g, "$1_$2")
    .toLowerCase();
