export class BulkheadFull extends Error {}

/** Permits for one partition; no queue before it, and a permit comes back on every way out. */
export class Bulkhead {
  #free: number;
  refused = 0;

  constructor(permits: number) {
    this.#free = permits;
  }

  async run<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#free === 0) {
      this.refused++;
      throw new BulkheadFull();
    }
    this.#free--;
    try {
      return await work();
    } finally {
      this.#free++;
    }
  }
}

export const partitions = { payments: new Bulkhead(20), search: new Bulkhead(16), reports: new Bulkhead(6) };
