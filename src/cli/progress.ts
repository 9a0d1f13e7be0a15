import type { Io } from "./io.ts";

export interface Progress {
  at(done: number, all: number): void;
  /** Takes the line away. */
  end(): void;
}

/** Shows how far long work is, in one line that is written over; nothing in a pipe. */
export function showProgress(what: string, io: Io): Progress {
  if (!io.interactive) return { at: () => {}, end: () => {} };
  return {
    at: (done, all) => io.err(`${io.clearLine}${what} ${done} of ${all}`),
    end: () => io.err(io.clearLine),
  };
}
