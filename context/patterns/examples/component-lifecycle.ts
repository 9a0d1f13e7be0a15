export interface Part {
  name: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts in the order given, stops in the reverse one, each part within its time; what fails at the start closes what is open. */
export class Lifecycle {
  readonly #parts: readonly Part[];
  readonly #msForEach: number;
  readonly #open: Part[] = [];
  #isStopping = false;
  ready = false;

  constructor(parts: readonly Part[], msForEach = 5000) {
    this.#parts = parts;
    this.#msForEach = msForEach;
  }

  async start(): Promise<void> {
    for (const part of this.#parts) {
      // A stop signal in the middle of the start: nothing further is opened.
      if (this.#isStopping) return;
      this.#open.push(part);
      try {
        await this.#within(part.start());
      } catch (cause) {
        await this.stop();
        throw new Error(`${part.name} did not start`, { cause });
      }
    }
    this.ready = !this.#isStopping;
  }

  async stop(): Promise<void> {
    this.#isStopping = true;
    this.ready = false;
    for (let part = this.#open.pop(); part; part = this.#open.pop()) await this.#within(part.stop()).catch(() => {});
  }

  async #within(work: Promise<void>): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const limit = new Promise<never>((_, reject) => {
      timer = setTimeout(() => reject(new Error(`not within ${this.#msForEach} ms`)), this.#msForEach);
    });
    await Promise.race([work, limit]).finally(() => clearTimeout(timer));
  }
}
