import { resolve } from "node:path";
import { Client as V2Client } from "@modelcontextprotocol/client";
import { StdioClientTransport as V2Transport } from "@modelcontextprotocol/client/stdio";
import { expect, test, vi } from "vitest";
import { INFO } from "./clients.ts";
import { FOLDER, KEY, makeWorkspace } from "./workspace.ts";

const CLI = resolve(process.env.GROUNDPLAN_CLI ?? "dist/cli.js");
const PRD = `groundplan://features/${KEY.epic}/${KEY.feature}/prd`;

test.each(["auto", "legacy"] as const)("a client is told when a page that it watches changes: %s", async (mode) => {
  const workspace = makeWorkspace();
  const client = new V2Client(INFO, { versionNegotiation: { mode } });
  const told: string[] = [];
  client.setNotificationHandler("notifications/resources/updated", ({ params }) => {
    told.push(params.uri);
  });
  await client.connect(new V2Transport({ command: process.execPath, args: [CLI, "mcp", "--root", workspace.root], stderr: "pipe" }));
  if (mode === "auto") await client.listen({ resourceSubscriptions: [PRD] });
  else await client.subscribeResource({ uri: PRD });
  await client.readResource({ uri: PRD });
  workspace.write(`${FOLDER}/00-research-report.md`, `${workspace.read(`${FOLDER}/00-research-report.md`)}\nMore.\n`);
  workspace.write(`${FOLDER}/prd.md`, `${workspace.read(`${FOLDER}/prd.md`)}\n- **FR-3**: More\n`);
  await vi.waitUntil(() => told.length > 0, { timeout: 60_000 });
  await new Promise((wait) => setTimeout(wait, 300));
  // One save, one message, and none for the page that nobody watches.
  expect(told).toEqual([PRD]);
  await client.close();
  workspace.remove();
});
