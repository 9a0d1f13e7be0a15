interface Policy {
  attempts: number;
  baseMs: number;
  capMs: number;
  isTransient(error: unknown): boolean;
  /** What the other side asked for by Retry-After. */
  retryAfterMs(error: unknown): number | undefined;
  /** False where the budget of the dependency is used up. */
  mayRepeat(): boolean;
  random(): number;
  sleep(ms: number): Promise<void>;
}

/** Full jitter: between 0 and the smaller of cap and base, doubled by each repetition; never before Retry-After. */
export async function retry<Result>(policy: Policy, msLeft: () => number, call: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const backoff = policy.random() * Math.min(policy.capMs, policy.baseMs * 2 ** (attempt - 1));
      const wait = Math.max(backoff, policy.retryAfterMs(error) ?? 0);
      const isLast = attempt >= policy.attempts || wait >= msLeft();
      if (isLast || !policy.isTransient(error) || !policy.mayRepeat()) throw error;
      await policy.sleep(wait);
    }
  }
}
