import { McpServer } from "@modelcontextprotocol/server";
import type { Session } from "./define.ts";
import { registerPrompts } from "./prompts.ts";
import { registerResources } from "./resources.ts";
import { registerTools } from "./tools/index.ts";
import { words } from "./words.ts";

const STATIC = { listChanged: false };
/** These lists are the same for as long as the process lives. */
const ONE_HOUR = { ttlMs: 3_600_000, cacheScope: "public" } as const;

/** Builds one server; the same for every client and every revision of the protocol. */
export function createServer(session: Session): McpServer {
  const server = new McpServer(
    { name: "groundplan", title: "groundplan", version: session.version },
    {
      instructions: words("instructions"),
      capabilities: { tools: STATIC, prompts: STATIC, resources: STATIC },
      cacheHints: { "tools/list": ONE_HOUR, "prompts/list": ONE_HOUR, "resources/templates/list": ONE_HOUR },
    },
  );
  registerTools(server, session);
  registerResources(server, session);
  registerPrompts(server, session);
  return server;
}
