import type { ServerResponse } from "node:http";
import type Anthropic from "@anthropic-ai/sdk";

/** @returns an answer as the events of a stream. */
export function eventsOf(message: Anthropic.Message): Anthropic.RawMessageStreamEvent[] {
  return [
    {
      type: "message_start",
      message: { ...message, content: [], stop_reason: null, stop_details: null, usage: { ...message.usage, output_tokens: 1 } },
    },
    ...message.content.flatMap((block, index): Anthropic.RawMessageStreamEvent[] => [
      { type: "content_block_start", index, content_block: emptied(block) },
      ...deltasOf(block).map((delta): Anthropic.RawMessageStreamEvent => ({ type: "content_block_delta", index, delta })),
      { type: "content_block_stop", index },
    ]),
    {
      type: "message_delta",
      delta: { stop_reason: message.stop_reason, stop_sequence: null, container: null, stop_details: message.stop_details },
      usage: {
        output_tokens: message.usage.output_tokens,
        input_tokens: null,
        cache_creation_input_tokens: null,
        cache_read_input_tokens: null,
        output_tokens_details: null,
        server_tool_use: null,
      },
    },
    { type: "message_stop" },
  ];
}

export function send(response: ServerResponse, event: Anthropic.RawMessageStreamEvent): void {
  response.write(`event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
}

function emptied(block: Anthropic.ContentBlock): Anthropic.ContentBlock {
  if (block.type === "tool_use") return { ...block, input: {} };
  if (block.type === "thinking") return { ...block, thinking: "", signature: "" };
  return block.type === "text" ? { ...block, text: "" } : block;
}

function deltasOf(block: Anthropic.ContentBlock): Anthropic.RawContentBlockDelta[] {
  if (block.type === "thinking")
    return [
      { type: "thinking_delta", thinking: block.thinking },
      { type: "signature_delta", signature: block.signature },
    ];
  if (block.type === "text") return [{ type: "text_delta", text: block.text }];
  if (block.type !== "tool_use") return [];
  // In pieces that end in the middle of a word, as they come from the API.
  const json = typeof block.input === "string" ? block.input : JSON.stringify(block.input);
  const half = Math.ceil(json.length / 2);
  return [json.slice(0, half), json.slice(half)].map((partial_json) => ({ type: "input_json_delta", partial_json }));
}
