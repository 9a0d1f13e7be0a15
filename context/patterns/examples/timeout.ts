/** What is left of the caller's time, never more than the call's own limit. */
export class Deadline {
  readonly #end: number;
  readonly #now: () => number;

  constructor(ms: number, now: () => number = () => performance.now()) {
    this.#now = now;
    this.#end = now() + ms;
  }

  left(most: number): number {
    return Math.max(0, Math.min(most, this.#end - this.#now()));
  }
}

export class TimedOut extends Error {}

/** The call gets the signal: what nobody waits for any more is stopped, and its connection is free. */
export async function within<Result>(ms: number, call: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
  const stop = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new TimedOut(`no answer within ${ms} ms: the outcome is unknown`));
      stop.abort();
    }, ms);
  });
  try {
    return await Promise.race([call(stop.signal), limit]);
  } finally {
    clearTimeout(timer);
  }
}
