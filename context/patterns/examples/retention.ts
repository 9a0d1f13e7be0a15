interface Rule {
  kind: string;
  keepDays: number;
  then: "archive" | "delete";
}

export const RULES: Rule[] = [
  { kind: "order", keepDays: 730, then: "archive" },
  { kind: "log", keepDays: 30, then: "delete" },
];

interface Store {
  /** @returns how many were removed, at most `limit` */
  removeOlder(kind: string, day: string, limit: number): Promise<number>;
  isHeld(kind: string): Promise<boolean>;
  record(entry: { kind: string; before: string; count: number }): Promise<void>;
}

/** In batches that can be repeated after a crash; a legal hold stops it; the record holds counts and no data. */
export async function purge(store: Store, { kind, keepDays }: Rule, today: Date, batch = 5000): Promise<void> {
  if (await store.isHeld(kind)) return;
  const before = new Date(today.getTime() - keepDays * 86_400_000).toISOString().slice(0, 10);
  let count = 0;
  for (let removed = batch; removed === batch; count += removed) removed = await store.removeOlder(kind, before, batch);
  await store.record({ kind, before, count });
}
