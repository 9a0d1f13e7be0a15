import { McpServer } from "@modelcontextprotocol/server";
import * as z from "zod";
import { takeLenientCalls } from "./lenient-calls.ts";
import type { Session } from "./project.ts";
import { registerPrompts } from "./prompts.ts";
import { registerResources } from "./resources/resources.ts";
import { registerSubscriptions, type Watch } from "./resources/subscriptions.ts";
import { words } from "./shown/words.ts";
import { registerTools } from "./tools/index.ts";

// Messages are small: to make a function for each of their schemas takes longer than all that it will save.
z.config({ jitless: true });

const STATIC = { listChanged: false };
/** These lists are the same for as long as the process lives. */
const ONE_HOUR = { ttlMs: 3_600_000, cacheScope: "public" } as const;
/** What the files say may change at any moment, and is this project's alone. */
const NOW = { ttlMs: 0, cacheScope: "private" } as const;

/**
 * Builds one server; the same for every client and every revision of the protocol.
 *
 * @param watch where the connection lasts: clients may subscribe to pages
 */
export function createServer(session: Session, watch?: Watch): McpServer {
  const server = new McpServer(
    { name: "groundplan", title: "groundplan", version: session.version },
    {
      instructions: words("instructions"),
      capabilities: { tools: STATIC, prompts: STATIC, resources: { ...STATIC, subscribe: watch !== undefined } },
      cacheHints: {
        "tools/list": ONE_HOUR,
        "prompts/list": ONE_HOUR,
        "resources/templates/list": ONE_HOUR,
        "resources/list": NOW,
        "resources/read": NOW,
      },
    },
  );
  takeLenientCalls(server);
  registerTools(server, session);
  registerResources(server, session);
  registerPrompts(server, session);
  if (watch) registerSubscriptions(server, watch);
  return server;
}
