export class BreakerOpen extends Error {}

export class CircuitBreaker {
  #results: boolean[] = [];
  #openUntil = 0;
  #state: "closed" | "open" | "half-open" = "closed";
  readonly #now: () => number;

  constructor(now: () => number = () => Date.now()) {
    this.#now = now;
  }

  async call<Result>(work: () => Promise<Result>, tellsOfHealth: (error: unknown) => boolean): Promise<Result> {
    if (this.#state === "half-open" || (this.#state === "open" && this.#now() < this.#openUntil)) throw new BreakerOpen();
    // One probe at a time: others are refused until it has answered.
    if (this.#state === "open") this.#state = "half-open";
    try {
      const result = await work();
      this.#record(true);
      return result;
    } catch (error) {
      this.#record(!tellsOfHealth(error));
      throw error;
    }
  }

  #record(ok: boolean): void {
    this.#results = this.#state === "half-open" ? [ok] : [...this.#results, ok].slice(-40);
    const failures = this.#results.filter((result) => !result).length;
    const isBad = this.#state === "half-open" ? !ok : this.#results.length >= 20 && failures * 2 >= this.#results.length;
    this.#state = isBad ? "open" : "closed";
    if (isBad) this.#openUntil = this.#now() + 30_000;
  }
}
