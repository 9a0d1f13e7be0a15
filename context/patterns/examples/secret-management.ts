interface Lease {
  value: string;
  endsAt: number;
}

/** Renewed well before its end; while the store is away, the present one is used until it ends. */
export class LeasedSecret {
  #lease: Lease | undefined;
  readonly #fetch: () => Promise<Lease>;
  readonly #now: () => number;

  constructor(fetch: () => Promise<Lease>, now: () => number = () => Date.now()) {
    this.#fetch = fetch;
    this.#now = now;
  }

  async value(): Promise<string> {
    const present = this.#lease;
    // 20 of 60 minutes are left for the store to come back.
    if (present && present.endsAt - this.#now() > 20 * 60_000) return present.value;
    try {
      this.#lease = await this.#fetch();
      return this.#lease.value;
    } catch (error) {
      if (present && present.endsAt > this.#now()) return present.value;
      throw error;
    }
  }

  /** Never in a log, a trace or an error. */
  toJSON(): string {
    return "[secret]";
  }
}
