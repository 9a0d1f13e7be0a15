import type { ExitStatus, Io } from "./io.ts";

/**
 * Tells which documents groundplan failed over.
 *
 * @param own the exit status that the command would have without them
 */
export function tellFailed(files: readonly string[], io: Io, own: ExitStatus): ExitStatus {
  if (files.length === 0) return own;
  io.err(`${io.style.red("internal error:")} left out, since groundplan failed over it: ${files.join(", ")}\n${DEFECT}\n`);
  return 3;
}

/** What a person can do about a failure of groundplan itself. */
export const DEFECT = "This is a defect of groundplan: report it, with what it was called with and the document.";
