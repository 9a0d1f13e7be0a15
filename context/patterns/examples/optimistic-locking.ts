interface Row {
  id: string;
  version: number;
}

export interface Table<Of extends Row> {
  find(id: string): Promise<Of | undefined>;
  /** Changes the row only where it still has this version; answers how many rows were changed. */
  updateWhere(id: string, version: number, changed: Of): Promise<number>;
}

export class Stale extends Error {}

/** The caller has read a version, and says which: `If-Match` over HTTP. */
export async function change<Of extends Row>(table: Table<Of>, id: string, read: number, apply: (row: Of) => Of): Promise<Of> {
  const row = await table.find(id);
  if (!row || row.version !== read) throw new Stale(id);
  const changed = { ...apply(row), version: read + 1 };
  // Somebody may have written since the find: the condition decides, not the comparison above.
  if ((await table.updateWhere(id, read, changed)) === 0) throw new Stale(id);
  return changed;
}
