import { setImmediate as nextTurn } from "node:timers/promises";
import type { ServerContext } from "@modelcontextprotocol/server";
import { KnownError } from "../index.ts";

/** The progress of a call over many features. */
export interface Work {
  /**
   * Tells the client how far the work is, and lets other messages in: a cancellation among them.
   *
   * @throws KnownError `cancelled`, or `too-slow` where the time limit is over
   */
  step(done: number, total: number, what: string): Promise<void>;
}

/** Begins the work of one call. */
export function beginWork({ mcpReq }: ServerContext, limitMs: number): Work {
  const deadline = Date.now() + limitMs;
  const progressToken = mcpReq._meta?.progressToken;
  return {
    async step(done, total, what) {
      await nextTurn();
      if (mcpReq.signal.aborted)
        throw new KnownError("cancelled", "the call was cancelled", "Nothing is left half done; call it again at any time.");
      if (Date.now() > deadline)
        throw new KnownError(
          "too-slow",
          `the call took longer than ${limitMs / 1000} s`,
          "Narrow it, for example to one epic, and call it again.",
        );
      if (progressToken !== undefined)
        await mcpReq.notify({ method: "notifications/progress", params: { progressToken, progress: done, total, message: what } });
    },
  };
}
