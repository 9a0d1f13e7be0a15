export interface Part {
  name: string;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Starts in the order given, stops in the reverse one; what fails at the start closes what is open. */
export class Lifecycle {
  readonly #parts: readonly Part[];
  readonly #open: Part[] = [];
  ready = false;

  constructor(parts: readonly Part[]) {
    this.#parts = parts;
  }

  async start(): Promise<void> {
    for (const part of this.#parts) {
      this.#open.push(part);
      try {
        await part.start();
      } catch (cause) {
        await this.stop();
        throw new Error(`${part.name} did not start`, { cause });
      }
    }
    this.ready = true;
  }

  async stop(): Promise<void> {
    this.ready = false;
    for (let part = this.#open.pop(); part; part = this.#open.pop()) await part.stop().catch(() => {});
  }
}
