interface Run {
  key: string;
  owner: string;
  leaseUntil: number;
  token: number;
  wishToCancel: boolean;
}

/** In a table: the key of active runs is unique, a claim is one conditional update, the clock is the database's. */
export class Registry {
  readonly #runs = new Map<string, Run>();
  #token = 0;

  start(key: string, owner: string, now: number): Run | "already running" {
    const present = this.#runs.get(key);
    if (present && present.leaseUntil > now) return "already running";
    const run = { key, owner, leaseUntil: now + 30_000, token: ++this.#token, wishToCancel: false };
    this.#runs.set(key, run);
    return run;
  }

  /** Every 10 s; a former owner learns here, and at each write, that it is none any more. */
  heartbeat(key: string, token: number, now: number): "go on" | "cancel" | "lost" {
    const run = this.#runs.get(key);
    if (!run || run.token !== token) return "lost";
    run.leaseUntil = now + 30_000;
    return run.wishToCancel ? "cancel" : "go on";
  }

  cancel(key: string): void {
    const run = this.#runs.get(key);
    if (run) run.wishToCancel = true;
  }
}
