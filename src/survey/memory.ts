import type { Surveyed } from "./types.ts";

/** The files of a repository are listed no more often than this, in milliseconds: calls that follow each other see the same code. */
const FRESH_MS = 2_000;

/** A survey that a process keeps in mind between two questions. */
export interface CodeMemory {
  /** @returns what was surveyed a moment ago, or surveys anew; what has not changed since is the same object as before */
  of(root: string, survey: (known: Surveyed | undefined) => Promise<Surveyed | undefined>): Promise<Surveyed | undefined>;
}

/** @param now a clock in milliseconds that never goes back */
export function rememberCode(now: () => number = () => performance.now()): CodeMemory {
  let kept: { root: string; at: number; code: Promise<Surveyed | undefined> } | undefined;
  return {
    of(root, survey) {
      const known = kept?.root === root ? kept : undefined;
      if (known && now() - known.at < FRESH_MS) return known.code;
      const code = (known?.code ?? Promise.resolve(undefined)).catch(() => undefined).then(survey);
      // Calls that come together share one look, which counts from its end on.
      kept = { root, at: Number.POSITIVE_INFINITY, code };
      const own = kept;
      const end = () => {
        own.at = now();
      };
      code.then(end, () => {
        if (kept === own) kept = undefined;
      });
      return code;
    },
  };
}
