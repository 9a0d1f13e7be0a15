import { setTimeout as pause } from "node:timers/promises";
import { KnownError } from "../../core.ts";
import { AttemptFailed } from "./errors.ts";
import type { Patience } from "./types.ts";

const LONGEST_MS = 60_000;

/** @returns what a run that was ended by its user says. */
export function interrupted(): KnownError {
  return new KnownError("interrupted", "the run was interrupted", "Go on with --resume: nothing that was paid for is asked for again.");
}

/**
 * Repeats what fails for a while: it waits as long as the API asks, or longer each time.
 *
 * @param failed told of every attempt that failed, and of the pause after it
 * @throws KnownError (`api-unavailable`) after the last attempt, (`interrupted`) when the signal comes
 */
export async function repeat<Result>(
  work: () => Promise<Result>,
  { attempts, pauseMs }: Patience,
  signal: AbortSignal,
  failed: (failure: AttemptFailed, waitMs: number) => void,
): Promise<Result> {
  for (let count = 1; ; count++) {
    if (signal.aborted) throw interrupted();
    try {
      return await work();
    } catch (thrown) {
      if (!(thrown instanceof AttemptFailed)) throw thrown;
      const waitMs = thrown.waitMs ?? Math.min(LONGEST_MS, pauseMs * 2 ** (count - 1) * (0.75 + Math.random() / 2));
      failed(thrown, waitMs);
      if (signal.aborted) throw interrupted();
      if (count >= attempts)
        throw new KnownError(
          "api-unavailable",
          `the API did not answer in ${attempts} attempts; the last one: ${thrown.message}`,
          "Go on later with --resume: nothing that was paid for is asked for again.",
        );
      await pause(waitMs, undefined, { signal }).catch(() => undefined);
    }
  }
}
