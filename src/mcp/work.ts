import { setImmediate as nextTurn } from "node:timers/promises";
import type { ServerContext } from "@modelcontextprotocol/server";
import { KnownError } from "../core.ts";

/** The work of one call, as long as it may last. */
export interface Work {
  /** Aborts when the client cancels the call, or the time limit is over: KnownError `cancelled` or `too-slow` as its reason. */
  signal: AbortSignal;
  /**
   * Tells the client how far the work is, and lets other messages in: a cancellation among them.
   *
   * @throws the signal's reason
   */
  step(done: number, total: number, what: string): Promise<void>;
  /** Forgets the time limit. */
  end(): void;
}

/**
 * Begins the work of one call.
 *
 * @param whenSlow what to do when the time limit is over
 */
export function beginWork({ mcpReq }: ServerContext, limitMs: number, whenSlow: string): Work {
  const over = new AbortController();
  const { signal } = over;
  const late = () => over.abort(new KnownError("too-slow", `the call took longer than ${limitMs / 1000} s`, whenSlow));
  const timer = setTimeout(late, limitMs);
  const cancel = () =>
    over.abort(new KnownError("cancelled", "the call was cancelled", "Nothing is left half done; call it again at any time."));
  mcpReq.signal.addEventListener("abort", cancel, { once: true });
  const progressToken = mcpReq._meta?.progressToken;
  return {
    signal,
    async step(done, total, what) {
      await nextTurn();
      signal.throwIfAborted();
      if (progressToken !== undefined)
        await mcpReq.notify({ method: "notifications/progress", params: { progressToken, progress: done, total, message: what } });
    },
    end() {
      clearTimeout(timer);
      mcpReq.signal.removeEventListener("abort", cancel);
    },
  };
}
