interface Import {
  /** Rows and checkpoint in one transaction: after a crash both are there, or neither. */
  store(rows: readonly string[], checkpoint: number, token: number): Promise<void>;
  checkpoint(): Promise<number>;
}

/** Goes on from the last checkpoint; the token of the lease lets the store refuse a worker that was only slow. */
export async function run(job: Import, rows: readonly string[], token: number, batch = 10_000): Promise<void> {
  for (let from = await job.checkpoint(); from < rows.length; from += batch) {
    const piece = rows.slice(from, from + batch);
    await job.store(piece, from + piece.length, token);
  }
}
