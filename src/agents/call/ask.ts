import type Anthropic from "@anthropic-ai/sdk";
import { shortHash } from "../../core.ts";
import type { Notify } from "../events.ts";
import type { Journal } from "../journal/journal.ts";
import type { Budget } from "../money/budget.ts";
import { tokensOf } from "../money/usage.ts";
import { attempt } from "./attempt.ts";
import type { Connection } from "./client.ts";
import { type AttemptFailed, sortError } from "./errors.ts";
import type { Limiter } from "./limiter.ts";
import { repeat } from "./repeat.ts";
import type { Ask, ModelRequest, Patience } from "./types.ts";
import { countedCase, worstCase } from "./worst-case.ts";

export interface Calling {
  connection: Connection;
  journal: Journal;
  budget: Budget;
  limiter: Limiter;
  patience: Patience;
  signal: AbortSignal;
  notify: Notify;
  /** Requests that a batch did not answer, as `batch hash`: they have to be sent anew. */
  spentBatches: Set<string>;
}

/** @returns the name under which a journal knows a request: equal bytes, equal name. */
export function hashOf(request: ModelRequest): string {
  return shortHash(JSON.stringify(request), 32);
}

/** Asks the model by one call at a time: from the journal, or at a price that the budget covers. */
export function createAsk(calling: Calling): Ask {
  return async (request, step) => {
    const hash = hashOf(request);
    const known = calling.journal.answerTo(hash);
    if (known) {
      calling.notify({ event: "call", step, reused: true, tokens: tokensOf(known.usage), usd: calling.budget.spent().usd });
      return known;
    }
    const { patience, signal } = calling;
    return repeat(
      () => calling.limiter.run(() => pay(calling, request, hash, step)),
      patience,
      signal,
      (failure, waitMs) => book(calling, failure, { hash, step, model: request.model }, waitMs),
    );
  };
}

async function pay(calling: Calling, request: ModelRequest, hash: string, step: string): Promise<Anthropic.Message> {
  const { connection, journal, budget, patience, signal, notify } = calling;
  const worst = worstCase(request);
  const release = budget.reserve(budget.fits(worst) ? worst : await count(calling, request));
  try {
    const message = await attempt(connection, request, patience.idleMs, signal);
    journal.append({ type: "call", hash, step, message });
    budget.spend(tokensOf(message.usage));
    notify({ event: "call", step, reused: false, tokens: tokensOf(message.usage), usd: budget.spent().usd });
    return message;
  } finally {
    release();
  }
}

/** The budget is tight: the exact size of the prompt decides. */
async function count({ connection, signal }: Calling, request: ModelRequest) {
  try {
    return await countedCase(connection.client, request, signal);
  } catch (thrown) {
    throw sortError(thrown, connection.sdk);
  }
}

function book(calling: Calling, failure: AttemptFailed, call: { hash: string; step: string; model: string }, waitMs: number): void {
  const { usage, message: reason, limited } = failure;
  if (usage) {
    calling.journal.append({ type: "attempt", ...call, usage, reason });
    calling.budget.spend(tokensOf(usage));
  }
  if (limited) calling.limiter.shrink();
  calling.notify({ event: "retry", step: call.step, reason, wait_ms: Math.round(waitMs) });
}
