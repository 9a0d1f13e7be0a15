export class BreakerOpen extends Error {}

export class CircuitBreaker {
  #state: "closed" | "open" | "half-open" = "closed";
  #results: boolean[] = [];
  #openUntil = 0;
  #isProbing = false;
  #probesPassed = 0;
  readonly #now: () => number;

  constructor(now: () => number = () => Date.now()) {
    this.#now = now;
  }

  async call<Result>(work: () => Promise<Result>, tellsOfHealth: (error: unknown) => boolean): Promise<Result> {
    const isProbe = this.#admit();
    try {
      const result = await work();
      this.#record(true, isProbe);
      return result;
    } catch (error) {
      this.#record(!tellsOfHealth(error), isProbe);
      throw error;
    }
  }

  /** One probe at a time: others are refused until it has answered. */
  #admit(): boolean {
    if (this.#state === "closed") return false;
    if (this.#isProbing || this.#now() < this.#openUntil) throw new BreakerOpen();
    this.#state = "half-open";
    this.#isProbing = true;
    return true;
  }

  #record(ok: boolean, isProbe: boolean): void {
    if (isProbe) {
      this.#isProbing = false;
      this.#probesPassed = ok ? this.#probesPassed + 1 : 0;
      if (!ok) this.#open();
      else if (this.#probesPassed === 3) this.#state = "closed";
    } else if (this.#state === "closed") {
      // What was begun before the breaker opened and answers late decides nothing.
      this.#results = [...this.#results, ok].slice(-40);
      const failures = this.#results.filter((result) => !result).length;
      if (this.#results.length >= 20 && failures * 2 >= this.#results.length) this.#open();
    }
  }

  #open(): void {
    this.#state = "open";
    this.#openUntil = this.#now() + 30_000;
    this.#results = [];
    this.#probesPassed = 0;
  }
}
