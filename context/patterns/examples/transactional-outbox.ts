interface Row {
  id: string;
  key: string;
  type: string;
  payload: string;
  attempts: number;
}

interface Ports {
  /** Undelivered rows, locked, those that another relay holds skipped. */
  take(limit: number): Promise<Row[]>;
  publish(row: Row): Promise<void>;
  delivered(id: string): Promise<void>;
  failed(id: string, setAside: boolean): Promise<void>;
}

/** At least once: a crash between publishing and marking publishes again, with the same id. */
export async function relay({ take, publish, delivered, failed }: Ports, limit = 100): Promise<number> {
  const rows = await take(limit);
  const halted = new Set<string>();
  for (const row of rows) {
    // No overtaking within a key.
    if (halted.has(row.key)) continue;
    try {
      await publish(row);
      await delivered(row.id);
    } catch {
      const setAside = row.attempts >= 20;
      if (!setAside) halted.add(row.key);
      await failed(row.id, setAside);
    }
  }
  return rows.length;
}
