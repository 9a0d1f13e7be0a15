import type { Writable } from "node:stream";
import type { ExitStatus } from "./io.ts";

/** Where a command prints, as long as somebody takes it. */
export interface GuardedOutput {
  out(text: string): void;
  /** @returns the exit status of a command that has come to one, with what became of its output */
  statusAfter(status: ExitStatus): ExitStatus;
}

/**
 * Holds a command to what it could print. A reader that has seen enough, such as head, is no defect: nothing more is printed, and the
 * status is what it would be. Where the output cannot be written, one line says so.
 *
 * @param lost called when the output has ended, with the least status that the command may come to
 */
export function guardOutput(stdout: Writable, stderr: Writable, lost: (least: 0 | 2) => void): GuardedOutput {
  let least: 0 | 2 | undefined;
  stdout.on("error", ({ code = "unknown" }: NodeJS.ErrnoException) => {
    if (least !== undefined) return;
    least = code === "EPIPE" ? 0 : 2;
    if (least === 2) stderr.write(`error: cannot write to the standard output: ${code}\n`);
    lost(least);
  });
  // Nobody is left who could be told.
  stderr.on("error", () => {});
  return {
    out(text) {
      if (least === undefined) stdout.write(text);
    },
    statusAfter: (status) => Math.max(status, least ?? 0) as ExitStatus,
  };
}
