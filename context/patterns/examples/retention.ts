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
  /** Archived means: copied, the copy compared, then removed. @returns how many, at most `limit` */
  endOlder(kind: string, day: string, how: Rule["then"], limit: number): Promise<number>;
  isHeld(kind: string): Promise<boolean>;
  record(entry: { kind: string; before: string; how: Rule["then"]; count: number }): Promise<void>;
}

/** In batches that can be repeated after a crash; a legal hold stops it; the record holds counts and no data. */
export async function endOfTerm(store: Store, { kind, keepDays, then: how }: Rule, today: Date, batch = 5000): Promise<void> {
  // A hold stops deletion; what is archived is still there.
  if (how === "delete" && (await store.isHeld(kind))) return;
  const before = new Date(today.getTime() - keepDays * 86_400_000).toISOString().slice(0, 10);
  let count = 0;
  for (let ended = batch; ended === batch; count += ended) ended = await store.endOlder(kind, before, how, batch);
  await store.record({ kind, before, how, count });
}
