import { setTimeout as pause } from "node:timers/promises";
import type Anthropic from "@anthropic-ai/sdk";
import type { Calling } from "./ask.ts";
import { sortError } from "./errors.ts";
import { interrupted, repeat } from "./repeat.ts";
import type { ModelRequest } from "./types.ts";

type Results = Map<string, Anthropic.Messages.MessageBatchResult>;

/** A batch that was sent a moment before its intent was dated is still ours. */
const CLOCK_SKEW_MS = 60_000;

/**
 * Makes sure that requests are in a batch, each of them in one: in those that the journal knows, in one that was sent
 * and never recorded, or in a new one. A POST cannot be repeated safely, so its intent is recorded before it.
 *
 * @param requests by their hashes
 * @returns the ids of the batches that hold them
 */
export async function sendBatch(calling: Calling, requests: ReadonlyMap<string, ModelRequest>): Promise<string[]> {
  const { journal, notify } = calling;
  const known = new Map(
    journal.records.flatMap((record) => (record.type === "batch" ? record.requests.map((hash) => [hash, record.id] as const) : [])),
  );
  const ids = new Set([...requests.keys()].flatMap((hash) => (isOpen(calling, hash, known.get(hash)) ? (known.get(hash) ?? []) : [])));
  for (const id of ids) notify({ event: "batch", batch: id, requests: requests.size, adopted: true });
  const rest = [...requests.keys()].filter((hash) => !ids.has(known.get(hash) ?? ""));
  return rest.length === 0 ? [...ids] : [...ids, await sendOnce(calling, rest, requests)];
}

/** A batch whose result for the request has been used up, because it failed there, does not count. */
function isOpen({ spentBatches }: Calling, hash: string, id: string | undefined): boolean {
  return id !== undefined && !spentBatches.has(`${id} ${hash}`);
}

async function sendOnce(calling: Calling, hashes: readonly string[], requests: ReadonlyMap<string, ModelRequest>): Promise<string> {
  const { connection, journal, patience, signal, notify } = calling;
  const lost = journal.records.find((record) => record.type === "batch-intent" && sameSet(record.requests, hashes));
  const since = lost?.type === "batch-intent" ? lost.at : new Date().toISOString();
  let isRepeated = lost !== undefined;
  if (!lost) journal.append({ type: "batch-intent", requests: [...hashes], at: since });
  const id = await repeat(
    async () => {
      const orphan = isRepeated ? await findOrphan(calling, hashes, since) : undefined;
      isRepeated = true;
      if (orphan) return { id: orphan, adopted: true };
      try {
        const entries = hashes.flatMap((custom_id) => {
          const params = requests.get(custom_id);
          return params ? [{ custom_id, params }] : [];
        });
        return { id: (await connection.client.messages.batches.create({ requests: entries }, { signal })).id, adopted: false };
      } catch (thrown) {
        throw sortError(thrown, connection.sdk);
      }
    },
    patience,
    signal,
    ({ message }, waitMs) => notify({ event: "retry", step: "batch", reason: message, wait_ms: Math.round(waitMs) }),
  );
  journal.append({ type: "batch", id: id.id, requests: [...hashes] });
  notify({ event: "batch", batch: id.id, requests: hashes.length, adopted: id.adopted });
  return id.id;
}

/** A batch of the right age and size, that the journal does not know, and that holds exactly these requests. */
async function findOrphan(calling: Calling, hashes: readonly string[], since: string): Promise<string | undefined> {
  const { connection, journal } = calling;
  const known = new Set(journal.records.flatMap((record) => (record.type === "batch" ? [record.id] : [])));
  const from = Date.parse(since) - CLOCK_SKEW_MS;
  for await (const batch of connection.client.messages.batches.list({ limit: 100 })) {
    if (Date.parse(batch.created_at) < from) break;
    const { processing, succeeded, errored, canceled, expired } = batch.request_counts;
    if (known.has(batch.id) || processing + succeeded + errored + canceled + expired !== hashes.length) continue;
    if (sameSet([...(await answersOf(calling, batch.id)).keys()], hashes)) return batch.id;
  }
  return undefined;
}

/** Waits until a batch has ended. @returns what became of its requests, by their hashes */
export async function answersOf(calling: Calling, id: string): Promise<Results> {
  const { connection, patience, signal, notify } = calling;
  const look = <Value>(work: () => Promise<Value>) =>
    repeat(
      async () => {
        try {
          return await work();
        } catch (thrown) {
          throw sortError(thrown, connection.sdk);
        }
      },
      patience,
      signal,
      ({ message }, waitMs) => notify({ event: "retry", step: `batch ${id}`, reason: message, wait_ms: Math.round(waitMs) }),
    );
  while ((await look(() => connection.client.messages.batches.retrieve(id))).processing_status !== "ended") {
    await pause(patience.pollMs, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) throw interrupted();
  }
  return look(async () => {
    const results: Results = new Map();
    for await (const { custom_id, result } of await connection.client.messages.batches.results(id)) {
      results.set(custom_id, result);
      if (result.type !== "succeeded") calling.spentBatches.add(`${id} ${custom_id}`);
    }
    return results;
  });
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((entry) => b.includes(entry));
}
