import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type Anthropic from "@anthropic-ai/sdk";
import { hashOf } from "../../../src/agents/call/ask.ts";
import type { ModelRequest } from "../../../src/agents/call/types.ts";
import { createBatches } from "./batches.ts";
import { eventsOf, send } from "./stream.ts";
import { createCache } from "./usage.ts";

/** What the model says: a part of a message. */
export type Said = Pick<Anthropic.Message, "content" | "stop_reason"> & Partial<Pick<Anthropic.Message, "stop_details">>;

export type Model = (request: ModelRequest) => Said;

/** What goes wrong with a call. */
export type Fault =
  | { kind: "status"; status: number; type: Anthropic.ErrorType | "request_too_large"; headers?: Record<string, string> }
  /** In mid-stream: the socket is cut, the stream ends cleanly, says nothing more, or holds an error. */
  | { kind: "cut" | "early-end" | "stall" | "error-event" }
  /** Somebody does something at this moment, before the answer, or when it has just been sent. */
  | { kind: "act"; act: () => void; after?: boolean };

export interface FakeApi {
  url: string;
  /** Every request for a message, also those that failed. */
  requests: ModelRequest[];
  /** The names of the requests that were answered to the end, which is when they are paid for. */
  answered: string[];
  /** What came with the requests, to look for secrets in. */
  raw: { path: string; body: string; headers: IncomingMessage["headers"] }[];
  batches: ReturnType<typeof createBatches>;
  close(): Promise<void>;
}

type Life = Pick<Anthropic.ModelInfo, "lifecycle" | "deprecated_at" | "retires_at">;

const ACTIVE: Life = { lifecycle: "active", deprecated_at: null, retires_at: null };

/** The live list: models in every state of their life. */
const MODELS: Readonly<Record<string, Life>> = {
  "claude-opus-5-5": ACTIVE,
  "claude-sonnet-5-5": ACTIVE,
  "claude-sonnet-4-5": { lifecycle: "deprecated", deprecated_at: "2026-05-30T00:00:00Z", retires_at: "2026-11-30T00:00:00Z" },
  "claude-opus-3": { lifecycle: "retired", deprecated_at: "2025-06-30T00:00:00Z", retires_at: "2026-01-05T00:00:00Z" },
};

/** So long after an answer was sent it is being recorded, saved and checked. */
const AFTER_MS = 15;

/** Starts an API on loopback that answers as the model does, with its objects typed by the SDK. */
export async function openFakeApi(
  model: Model,
  fault: (call: number, request: ModelRequest) => Fault | undefined = () => undefined,
): Promise<FakeApi> {
  const usageOf = createCache();
  const requests: ModelRequest[] = [];
  const answered: string[] = [];
  const raw: FakeApi["raw"] = [];
  let messages = 0;
  const answer = (request: ModelRequest): Anthropic.Message => {
    const said = model(request);
    return {
      ...{ id: `msg_${++messages}`, type: "message", role: "assistant", model: request.model, container: null, diagnostics: null },
      ...{ stop_sequence: null, stop_details: null, ...said, usage: usageOf(request, JSON.stringify(said.content)) },
    } satisfies Anthropic.Message;
  };
  const batches = createBatches((request) => {
    answered.push(hashOf(request));
    return answer(request);
  });
  const server = createServer(async (request, response) => {
    const body = await read(request);
    const path = (request.url ?? "").replace(/\?.*$/, "");
    raw.push({ path, body, headers: request.headers });
    if (request.headers.authorization !== "Bearer test-key") return fail(response, 401, "authentication_error");
    if (path === "/v1/models")
      return json(response, { data: Object.keys(MODELS).map(modelInfo), has_more: false, first_id: null, last_id: null });
    if (path === "/v1/messages/count_tokens") return json(response, { input_tokens: Math.ceil(body.length / 4) });
    if (path.startsWith("/v1/messages/batches")) return batches.serve(request, response, path, body);
    if (path !== "/v1/messages") return fail(response, 404, "not_found_error");
    const asked = JSON.parse(body) as ModelRequest & { stream?: boolean };
    const { stream: _, ...known } = asked;
    requests.push(known);
    const wrong = fault(requests.length, known);
    if (wrong?.kind === "status") return fail(response, wrong.status, wrong.type, wrong.headers);
    if (wrong?.kind === "act" && !wrong.after) wrong.act();
    const events = eventsOf(answer(known));
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const event of wrong && wrong.kind !== "act" ? events.slice(0, 3) : events) send(response, event);
    if (wrong?.kind === "stall") return;
    if (wrong?.kind === "cut") return void setTimeout(() => response.destroy(), 5);
    if (wrong?.kind === "error-event") response.write(`event: error\ndata: ${JSON.stringify(errorBody("overloaded_error"))}\n\n`);
    if (!wrong || wrong.kind === "act") answered.push(hashOf(known));
    response.end(() => wrong?.kind === "act" && wrong.after && setTimeout(wrong.act, AFTER_MS));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const close = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, requests, answered, raw, batches, close };
}

function modelInfo(id: string): Anthropic.ModelInfo {
  return {
    ...{ id, type: "model", display_name: id, created_at: "2026-01-01T00:00:00Z", capabilities: null, line: null },
    ...{ ...(MODELS[id] ?? ACTIVE), max_input_tokens: 200_000, max_tokens: 64_000 },
  };
}

async function read(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

export function json(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(value));
}

function errorBody(type: Anthropic.ErrorType | "request_too_large"): Anthropic.ErrorResponse {
  return { type: "error", error: { type, message: `the fake says ${type}` } as Anthropic.ErrorResponse["error"], request_id: null };
}

export function fail(
  response: ServerResponse,
  status: number,
  type: Anthropic.ErrorType | "request_too_large",
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(errorBody(type)));
}
