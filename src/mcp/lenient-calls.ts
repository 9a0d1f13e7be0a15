import type { McpServer } from "@modelcontextprotocol/server";
import { isRecord, parseJson } from "./arguments.ts";

type Transport = Parameters<McpServer["connect"]>[0];

/**
 * Lets calls through whose arguments are null, or an object as JSON text: the protocol's own schema refuses both before a tool sees
 * them. Every transport hands its messages on here, the ones of HTTP too.
 */
export function takeLenientCalls(server: McpServer): void {
  const connect = server.connect.bind(server);
  server.connect = (transport: Transport) => {
    const before = transport.onmessage;
    transport.onmessage = (message, extra) => {
      before?.(message, extra);
      if ("method" in message && message.method === "tools/call" && isRecord(message.params)) mend(message.params);
    };
    return connect(transport);
  };
}

function mend(params: Record<string, unknown>): void {
  if (params.arguments === null) delete params.arguments;
  else if (typeof params.arguments === "string") params.arguments = parseJson(params.arguments) ?? params.arguments;
}
