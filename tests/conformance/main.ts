import { McpServer } from "@modelcontextprotocol/server";
import { type Listening, serveHttp } from "../../src/mcp/http/http.ts";
import { serveOverHttp } from "../../src/mcp/http/serve.ts";
import { registerContents, registerFixturePrompts } from "./contents.ts";
import { registerQuestions, STATE } from "./questions.ts";
import { registerFixtureTools } from "./tools.ts";

/** The tools, prompts and resources that the protocol's suite asks for, served through groundplan's own wiring. */
export function serveFixture(): Promise<Listening> {
  return serveHttp(buildFixture, { port: 0 });
}

/** groundplan itself, on this repository. */
export function serveProduct(): Promise<Listening> {
  return serveOverHttp({ root: ".", source: "--root", today: () => "2026-11-21", env: process.env, version: "0.0.0", port: 0 });
}

function buildFixture(): McpServer {
  const ONE_MINUTE = { ttlMs: 60_000, cacheScope: "public" } as const;
  const server = new McpServer(
    { name: "groundplan-fixture", version: "0.0.0" },
    {
      capabilities: { tools: { listChanged: false }, prompts: { listChanged: false }, resources: { listChanged: false } },
      cacheHints: {
        "tools/list": ONE_MINUTE,
        "prompts/list": ONE_MINUTE,
        "resources/list": ONE_MINUTE,
        "resources/templates/list": ONE_MINUTE,
        "resources/read": ONE_MINUTE,
      },
      requestState: { verify: STATE.verify },
    },
  );
  registerFixtureTools(server);
  registerContents(server);
  registerFixturePrompts(server);
  registerQuestions(server);
  return server;
}
