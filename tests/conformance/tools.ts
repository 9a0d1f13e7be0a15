import { setTimeout as pause } from "node:timers/promises";
import { type CallToolResult, fromJsonSchema, type McpServer } from "@modelcontextprotocol/server";
import { PNG, WAV } from "./contents.ts";

const text = (words: string) => ({ type: "text" as const, text: words });
const answer = (...content: CallToolResult["content"]): CallToolResult => ({ content });

const PLAIN: Record<string, CallToolResult> = {
  test_simple_text: answer(text("This is a simple text response for testing.")),
  test_image_content: answer({ type: "image", data: PNG, mimeType: "image/png" }),
  test_audio_content: answer({ type: "audio", data: WAV, mimeType: "audio/wav" }),
  test_embedded_resource: answer({
    type: "resource",
    resource: { uri: "test://embedded-resource", mimeType: "text/plain", text: "This is an embedded resource content." },
  }),
  test_multiple_content_types: answer(
    text("Multiple content types test:"),
    { type: "image", data: PNG, mimeType: "image/png" },
    {
      type: "resource",
      resource: { uri: "test://mixed-content-resource", mimeType: "application/json", text: '{"test":"data","value":123}' },
    },
  ),
  test_logging_tool: answer(text("Nothing is logged through the protocol.")),
};

/** The tools that the protocol's suite calls. */
export function registerFixtureTools(server: McpServer): void {
  for (const [name, result] of Object.entries(PLAIN)) server.registerTool(name, { description: name }, () => result);
  server.registerTool("test_error_handling", { description: "fails" }, () => {
    throw new Error("This tool intentionally returns an error for testing");
  });
  server.registerTool("test_tool_with_progress", { description: "tells its progress" }, async ({ mcpReq }) => {
    const progressToken = mcpReq._meta?.progressToken;
    for (const progress of [0, 50, 100]) {
      if (progressToken !== undefined)
        await mcpReq.notify({ method: "notifications/progress", params: { progressToken, progress, total: 100 } });
      await pause(50);
    }
    return answer(text("done"));
  });
  server.registerTool("json_schema_2020_12_tool", { description: "keeps a schema's words", inputSchema: fromJsonSchema(WIDE_SCHEMA) }, () =>
    answer(text("kept")),
  );
}

const WIDE_SCHEMA = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  $defs: { address: { $anchor: "addressDef", type: "object", properties: { street: { type: "string" }, city: { type: "string" } } } },
  properties: {
    name: { type: "string" },
    address: { $ref: "#/$defs/address" },
    contactMethod: { type: "string", enum: ["phone", "email"] },
    phone: { type: "string" },
    email: { type: "string" },
  },
  allOf: [{ anyOf: [{ required: ["phone"] }, { required: ["email"] }] }],
  if: { properties: { contactMethod: { const: "phone" } }, required: ["contactMethod"] },
  then: { required: ["phone"] },
  else: { required: ["email"] },
  additionalProperties: false,
} as const;
