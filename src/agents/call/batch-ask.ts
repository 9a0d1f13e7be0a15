import type Anthropic from "@anthropic-ai/sdk";
import { KnownError } from "../../core.ts";
import { tokensOf } from "../money/usage.ts";
import { type Calling, hashOf } from "./ask.ts";
import { answersOf, sendBatch } from "./batches.ts";
import type { Ask, ModelRequest } from "./types.ts";
import { worstCase } from "./worst-case.ts";

interface Waiting {
  request: ModelRequest;
  hash: string;
  step: string;
  attempt: number;
  resolve(message: Anthropic.Message): void;
  reject(reason: unknown): void;
}

/**
 * Asks the model through batches, at half the price: what all features and sections ask for at the same time goes
 * into one batch. So the waves come by themselves: all of 02, all of 04, the repairs.
 */
export function createBatchAsk(calling: Calling): Ask {
  let waiting: Waiting[] = [];
  const flush = () => {
    const wave = waiting;
    waiting = [];
    void runWave(calling, wave, enqueue);
  };
  const enqueue = (entry: Waiting) => {
    // Between two calls nothing waits for the disk or the network: when the loop turns, everybody has asked.
    if (waiting.length === 0) setImmediate(flush);
    waiting.push(entry);
  };
  return (request, step) => {
    const hash = hashOf(request);
    const known = calling.journal.answerTo(hash);
    if (known) {
      calling.notify({ event: "call", step, reused: true, tokens: tokensOf(known.usage), usd: calling.budget.spent().usd });
      return Promise.resolve(known);
    }
    return new Promise((resolve, reject) => enqueue({ request, hash, step, attempt: 1, resolve, reject }));
  };
}

/** Sends a wave, books its answers, and puts what failed into the next one. */
async function runWave(calling: Calling, wave: readonly Waiting[], again: (entry: Waiting) => void): Promise<void> {
  const releases: (() => void)[] = [];
  try {
    for (const { request } of wave) releases.push(calling.budget.reserve(worstCase(request)));
    const batches = await sendBatch(calling, new Map(wave.map(({ hash, request }) => [hash, request])));
    const results = new Map<string, Anthropic.Messages.MessageBatchResult>();
    for (const id of batches) for (const [hash, result] of await answersOf(calling, id)) results.set(hash, result);
    for (const entry of wave) settle(calling, entry, results.get(entry.hash), again);
  } catch (thrown) {
    for (const { reject } of wave) reject(thrown);
  } finally {
    for (const release of releases) release();
  }
}

function settle(
  { journal, budget, notify, patience }: Calling,
  entry: Waiting,
  result: Anthropic.Messages.MessageBatchResult | undefined,
  again: (entry: Waiting) => void,
): void {
  const { hash, step, attempt } = entry;
  if (result?.type === "succeeded") {
    const { message } = result;
    if (!journal.answerTo(hash)) {
      journal.append({ type: "call", hash, step, message, batch: true });
      budget.spend(tokensOf(message.usage), true);
    }
    notify({ event: "call", step, reused: false, tokens: tokensOf(message.usage), usd: budget.spent().usd });
    entry.resolve(message);
    return;
  }
  const reason = result?.type === "errored" ? result.error.error.message : (result?.type ?? "no result");
  if (attempt >= patience.attempts) {
    entry.reject(unanswered(attempt, reason));
    return;
  }
  notify({ event: "retry", step, reason, wait_ms: 0 });
  again({ ...entry, attempt: attempt + 1 });
}

function unanswered(attempts: number, reason: string): KnownError {
  return new KnownError(
    "api-unavailable",
    `no batch answered a request in ${attempts} attempts; the last one: ${reason}`,
    "Go on later with --resume: nothing that was paid for is asked for again.",
  );
}
