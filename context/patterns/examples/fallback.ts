interface Known<Value> {
  value: Value;
  at: number;
}

/** The last known value, with its age, up to a limit; beyond it the failure is shown. */
export class LastKnown<Value> {
  #known: Known<Value> | undefined;
  readonly #mostMs: number;
  readonly #now: () => number;

  constructor(mostMs: number, now: () => number = () => Date.now()) {
    this.#mostMs = mostMs;
    this.#now = now;
  }

  async get(
    load: () => Promise<Value>,
    isOutage: (error: unknown) => boolean,
  ): Promise<{ value: Value; degraded: boolean; ageMs: number }> {
    try {
      const value = await load();
      this.#known = { value, at: this.#now() };
      return { value, degraded: false, ageMs: 0 };
    } catch (error) {
      const ageMs = this.#known ? this.#now() - this.#known.at : Number.POSITIVE_INFINITY;
      // A defect is no outage: it must not hide behind an old value.
      if (!this.#known || ageMs > this.#mostMs || !isOutage(error)) throw error;
      return { value: this.#known.value, degraded: true, ageMs };
    }
  }
}
