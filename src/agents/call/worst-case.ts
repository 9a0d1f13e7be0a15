import { NO_TOKENS, type Tokens } from "../money/usage.ts";
import type { Client } from "./client.ts";
import type { ModelRequest } from "./types.ts";

/**
 * The most that a call can use, known without asking: a token is at least one byte of the request, and all of
 * the prompt may have to be written to the cache.
 */
export function worstCase(request: ModelRequest): Tokens {
  return { ...NO_TOKENS, cacheWrite: Buffer.byteLength(JSON.stringify(request)), output: request.max_tokens };
}

/** As {@link worstCase}, with the prompt counted by the API, which costs nothing but a request. */
export async function countedCase(client: Client, request: ModelRequest, signal: AbortSignal): Promise<Tokens> {
  const { messages, model, system, tools, tool_choice, output_config } = request;
  const { input_tokens } = await client.messages.countTokens({ messages, model, system, tools, tool_choice, output_config }, { signal });
  return { ...NO_TOKENS, cacheWrite: input_tokens, output: request.max_tokens };
}
