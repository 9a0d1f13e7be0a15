type State = "queued" | "running" | "succeeded" | "failed" | "cancelled";

interface Job {
  id: string;
  state: State;
  progress: number;
  resultUrl?: string;
  expired?: boolean;
}

export const accepted = (job: Job) => ({ status: 202, headers: { Location: `/exports/${job.id}`, "Retry-After": "5" } });

/** A failed job is found: its failure is a state, and no error of the request that asks. */
export function show(job: Job | undefined) {
  if (!job) return { status: 404 };
  if (job.expired) return { status: 410 };
  const isOpen = job.state === "queued" || job.state === "running";
  return { status: 200, headers: isOpen ? { "Retry-After": "5" } : {}, body: job };
}
