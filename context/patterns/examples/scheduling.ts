/** The planned times since the last one that was seen, oldest first, those that are too old left out. */
export function dueRuns(everyMs: number, offsetMs: number, lastPlanned: number, now: number, tooOldMs: number): number[] {
  const planned: number[] = [];
  const first = Math.floor((lastPlanned - offsetMs) / everyMs + 1) * everyMs + offsetMs;
  for (let at = first; at <= now; at += everyMs) if (now - at <= tooOldMs) planned.push(at);
  return planned;
}

/** The window follows from the planned time: a repetition does the same work. */
export const windowOf = (planned: number, everyMs: number) => ({ from: planned - everyMs, to: planned });

/** Two schedulers, one run: the second insert of job and planned time is refused. */
export async function start(
  insertRun: (job: string, planned: number) => Promise<boolean>,
  job: string,
  planned: number,
  work: () => Promise<void>,
): Promise<void> {
  if (await insertRun(job, planned)) await work();
}
