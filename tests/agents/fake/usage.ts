import { createHash } from "node:crypto";
import type Anthropic from "@anthropic-ai/sdk";
import type { ModelRequest } from "../../../src/agents/call/types.ts";

const tokens = (text: string) => Math.ceil(text.length / 4);

/** The prompt cache: what stood before a breakpoint once is read from it the next time, if not a byte of it has changed. */
export function createCache(): (request: ModelRequest, output: string) => Anthropic.Usage {
  const cached = new Set<string>();
  return (request, output) => {
    const system = Array.isArray(request.system) ? request.system : [];
    const segments = [
      JSON.stringify(request.tools ?? []),
      ...system.map(({ cache_control: _, ...block }) => JSON.stringify(block)),
      ...request.messages.map((message) => JSON.stringify(message)),
    ];
    const breakpoints = system.flatMap(({ cache_control }, index) => (cache_control ? [index + 1] : []));
    if (request.cache_control) breakpoints.push(segments.length - 1);
    const upTo = (index: number) => segments.slice(0, index + 1).join("\n");
    const name = (index: number) => createHash("sha256").update(upTo(index)).digest("hex");
    const known = segments.map((_, index) => index).filter((index) => cached.has(name(index)));
    const read = known.length > 0 ? tokens(upTo(known.at(-1) ?? 0)) : 0;
    const written = breakpoints.length > 0 ? Math.max(0, tokens(upTo(breakpoints.at(-1) ?? 0)) - read) : 0;
    for (const index of breakpoints) cached.add(name(index));
    return {
      input_tokens: Math.max(1, tokens(segments.join("\n")) - read - written),
      output_tokens: tokens(output),
      cache_read_input_tokens: read,
      cache_creation_input_tokens: written,
      cache_creation: { ephemeral_5m_input_tokens: written, ephemeral_1h_input_tokens: 0 },
      inference_geo: null,
      output_tokens_details: null,
      server_tool_use: null,
      service_tier: "standard",
      speed: "standard",
    } satisfies Anthropic.Usage;
  };
}
