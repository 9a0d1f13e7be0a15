export interface Rows<Row extends { id: number }> {
  /** In the order of their ids, behind this one. */
  after(id: number, limit: number): Promise<Row[]>;
  /** Only where the new value is missing: what users write meanwhile is newer. */
  fillWhereEmpty(row: Row): Promise<void>;
}

export interface Progress {
  load(): Promise<number>;
  save(id: number): Promise<void>;
}

/** Goes on where a kill has left it; a second run changes nothing. */
export async function backfill<Row extends { id: number }>(
  rows: Rows<Row>,
  progress: Progress,
  rest: () => Promise<void>,
  limit = 500,
): Promise<number> {
  let done = 0;
  for (let last = await progress.load(); ; ) {
    const batch = await rows.after(last, limit);
    const end = batch.at(-1);
    if (!end) return done;
    for (const row of batch) await rows.fillWhereEmpty(row);
    await progress.save(end.id);
    last = end.id;
    done += batch.length;
    // The users' requests come first: wait while replicas lag or the database is busy.
    await rest();
  }
}
