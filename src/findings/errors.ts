/**
 * A mistake in use, configuration or the environment that the reader of the message can mend.
 * Faces print `message` and `advice` without a stack trace and end with exit status 2. Everything
 * else that is thrown is a defect of groundplan.
 */
export class KnownError extends Error {
  /** What to do about it, as one sentence. */
  readonly advice: string;
  /** A stable word for scripts and tests. */
  readonly code: string;

  constructor(code: string, message: string, advice: string) {
    super(message);
    this.name = "KnownError";
    this.code = code;
    this.advice = advice;
  }
}

/** @returns the message of anything that was thrown, for reports that must not lose it. */
export function messageOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}
