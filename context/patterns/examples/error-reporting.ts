interface Report {
  code: string;
  cause: string;
  traceId: string;
}

/** Never in the way of a request: a full buffer drops, and counts what it dropped. */
export class Reporter {
  readonly #buffer: Report[] = [];
  readonly #most: number;
  dropped = 0;

  constructor(most = 1000) {
    this.#most = most;
  }

  report(code: string, cause: string, traceId: string): void {
    if (this.#buffer.length >= this.#most) this.dropped++;
    else this.#buffer.push({ code, cause: mask(cause), traceId });
  }

  take(): Report[] {
    return this.#buffer.splice(0);
  }
}

export function mask(text: string): string {
  return text
    .replace(/\b\d(?:[ -]?\d){12,18}\b/g, "[card]")
    .replace(/[\w.+-]{1,64}@[\w.-]{1,255}/g, "[email]")
    .replace(/Bearer [\w.~+/-]{1,4096}=*/g, "Bearer [token]");
}
