type State = "queued" | "running" | "succeeded" | "failed" | "cancelled";

interface Job {
  state: State;
  attempt: number;
  leaseUntil: number;
}

const ALLOWED: Readonly<Record<State, readonly State[]>> = {
  queued: ["running", "cancelled"],
  running: ["queued", "running", "succeeded", "failed", "cancelled"],
  succeeded: [],
  failed: ["queued"],
  cancelled: [],
};

/** Free, or held by a worker whose lease is over; in the database one conditional update. */
export function claim(job: Job, now: number, leaseMs = 60_000): Job | undefined {
  const isFree = job.state === "queued" || (job.state === "running" && job.leaseUntil < now);
  return isFree ? { state: "running", attempt: job.attempt + 1, leaseUntil: now + leaseMs } : undefined;
}

/** A worker that was only slow writes with an older attempt, and is refused. */
export function move(job: Job, attempt: number, to: State, now: number, leaseMs = 60_000): Job | "refused" {
  if (attempt !== job.attempt || !ALLOWED[job.state].includes(to)) return "refused";
  // Progress after a piece, from running to running, renews the lease.
  return { ...job, state: to, leaseUntil: to === "running" ? now + leaseMs : 0 };
}
