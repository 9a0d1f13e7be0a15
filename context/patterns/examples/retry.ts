interface Policy {
  attempts: number;
  baseMs: number;
  capMs: number;
  isTransient(error: unknown): boolean;
  /** False where the budget of the dependency is used up. */
  mayRepeat(): boolean;
  random(): number;
  sleep(ms: number): Promise<void>;
}

/** Full jitter: a random time between 0 and the smaller of cap and base times 2 to the attempt. */
export async function retry<Result>(policy: Policy, msLeft: () => number, call: () => Promise<Result>): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await call();
    } catch (error) {
      const wait = policy.random() * Math.min(policy.capMs, policy.baseMs * 2 ** (attempt - 1));
      const isLast = attempt >= policy.attempts || wait >= msLeft();
      if (isLast || !policy.isTransient(error) || !policy.mayRepeat()) throw error;
      await policy.sleep(wait);
    }
  }
}
