interface Bucket {
  tokens: number;
  at: number;
}

/** Where several instances serve, this step runs inside the shared store, as one atomic script. */
export class TokenBucket {
  readonly #buckets = new Map<string, Bucket>();
  readonly #size: number;
  readonly #perSecond: number;

  constructor(size: number, perSecond: number) {
    this.#size = size;
    this.#perSecond = perSecond;
  }

  /** @returns undefined where the call may pass, else the seconds for Retry-After */
  take(caller: string, cost: number, nowMs: number): number | undefined {
    const last = this.#buckets.get(caller) ?? { tokens: this.#size, at: nowMs };
    const tokens = Math.min(this.#size, last.tokens + (Math.max(0, nowMs - last.at) / 1000) * this.#perSecond);
    const passes = tokens >= cost;
    this.#buckets.set(caller, { tokens: passes ? tokens - cost : tokens, at: nowMs });
    return passes ? undefined : Math.ceil((cost - tokens) / this.#perSecond);
  }
}
