interface Change {
  /** Place in the log; it only grows. */
  position: number;
  table: string;
  key: string;
  kind: "insert" | "update" | "delete";
  row: Record<string, unknown> | null;
}

export interface Target {
  /** The last position that took effect, stored with the effect. */
  position(): Promise<number>;
  apply(change: Change): Promise<void>;
}

/** At least once: what was applied before a crash is read again, and known by its position. */
export async function follow(changes: Iterable<Change>, target: Target, tables: ReadonlySet<string>): Promise<number> {
  let last = await target.position();
  for (const change of changes) {
    if (change.position <= last || !tables.has(change.table)) continue;
    await target.apply(change);
    last = change.position;
  }
  return last;
}
