export class TooBusy extends Error {}

/** So many at work, so many waiting for a short time, and the rest is refused at once. */
export class Gate {
  #atWork = 0;
  readonly #waiting: { enter(): void }[] = [];
  readonly #most: number;
  readonly #mostWaiting: number;

  constructor(most: number, mostWaiting: number) {
    this.#most = most;
    this.#mostWaiting = mostWaiting;
  }

  async run<Result>(waitMs: number, work: () => Promise<Result>): Promise<Result> {
    if (this.#atWork >= this.#most) await this.#wait(waitMs);
    else this.#atWork++;
    try {
      return await work();
    } finally {
      // The place is handed over; it is free only where nobody waits.
      const next = this.#waiting.shift();
      if (next) next.enter();
      else this.#atWork--;
    }
  }

  #wait(ms: number): Promise<void> {
    if (this.#waiting.length >= this.#mostWaiting) return Promise.reject(new TooBusy());
    return new Promise((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      const waiter = { enter };
      const timer = setTimeout(() => {
        this.#waiting.splice(this.#waiting.indexOf(waiter), 1);
        reject(new TooBusy());
      }, ms);
      this.#waiting.push(waiter);
    });
  }
}
