interface Row {
  id: string;
  key: string;
  type: string;
  payload: string;
  attempts: number;
}

interface Ports {
  /** Undelivered rows in their order, locked; keys at which another relay is at work are left out. */
  take(limit: number): Promise<Row[]>;
  /** Refused is the row's own fault; where the broker is away, it throws. */
  publish(row: Row): Promise<"confirmed" | "refused">;
  delivered(id: string): Promise<void>;
  failed(id: string, setAside: boolean): Promise<void>;
}

/** At least once: a crash between publishing and marking publishes again, with the same id. */
export async function relay({ take, publish, delivered, failed }: Ports, limit = 100): Promise<"done" | "broker away"> {
  const halted = new Set<string>();
  for (const row of await take(limit)) {
    // No overtaking within a key.
    if (halted.has(row.key)) continue;
    const answer = await publish(row).catch(() => "away" as const);
    // No row is to blame: an outage of hours must not use up the attempts.
    if (answer === "away") return "broker away";
    if (answer === "confirmed") {
      await delivered(row.id);
      continue;
    }
    const setAside = row.attempts >= 20;
    if (!setAside) halted.add(row.key);
    await failed(row.id, setAside);
  }
  return "done";
}
