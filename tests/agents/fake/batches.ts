import type { IncomingMessage, ServerResponse } from "node:http";
import type Anthropic from "@anthropic-ai/sdk";
import type { ModelRequest } from "../../../src/agents/call/types.ts";

interface Held {
  batch: Anthropic.Messages.MessageBatch;
  lines: Anthropic.Messages.MessageBatchIndividualResponse[];
}

/** The part of the API that answers many requests at once, later. */
export function createBatches(answer: (request: ModelRequest) => Anthropic.Message) {
  const held: Held[] = [];
  const create = (body: string) => {
    const { requests } = JSON.parse(body) as { requests: { custom_id: string; params: ModelRequest }[] };
    const now = new Date().toISOString();
    const batch: Anthropic.Messages.MessageBatch = {
      ...{ id: `msgbatch_${held.length + 1}`, type: "message_batch", created_at: now, expires_at: now, processing_status: "in_progress" },
      ...{ archived_at: null, cancel_initiated_at: null, ended_at: null, results_url: null },
      request_counts: { processing: requests.length, succeeded: 0, errored: 0, canceled: 0, expired: 0 },
    };
    const lines = requests.map(({ custom_id, params }) => ({ custom_id, result: { type: "succeeded" as const, message: answer(params) } }));
    held.unshift({ batch, lines });
    return batch;
  };
  let lose: (() => void) | undefined;
  return {
    held,
    /** Cuts the socket after the next batch was taken in, before its id is told. */
    loseNext(then: () => void) {
      lose = then;
    },
    serve(request: IncomingMessage, response: ServerResponse, path: string, body: string) {
      const [, id, results] = /batches(?:\/([^/]+))?(\/results)?$/.exec(path) ?? [];
      const found = held.find(({ batch }) => batch.id === id);
      const send = (value: unknown) => response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
      if (!id && request.method === "POST") {
        const batch = create(body);
        if (!lose) return send(batch);
        lose();
        lose = undefined;
        return response.destroy();
      }
      if (!id) return send({ data: held.map(({ batch }) => batch), has_more: false, first_id: null, last_id: null });
      if (!found) return response.writeHead(404).end("{}");
      if (results) return response.writeHead(200).end(found.lines.map((line) => `${JSON.stringify(line)}\n`).join(""));
      send(found.batch);
      // The second look finds it ended.
      const { processing } = found.batch.request_counts;
      found.batch = {
        ...found.batch,
        processing_status: "ended",
        results_url: `http://${request.headers.host}/v1/messages/batches/${id}/results`,
        request_counts: { ...found.batch.request_counts, processing: 0, succeeded: processing || found.lines.length },
      };
    },
  };
}
