import { Client } from "@modelcontextprotocol/client";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import { beginSession } from "../../src/mcp/serve.ts";
import { createServer } from "../../src/mcp/server.ts";

/** @returns the names of the tools, as the server tells them to a client. */
export async function toolNames(): Promise<Set<string>> {
  const [here, there] = InMemoryTransport.createLinkedPair();
  const server = createServer(beginSession({ root: ".", source: "working directory", today: () => "", env: {}, version: "0.0.0" }));
  const client = new Client({ name: "coverage", version: "0.0.0" });
  await Promise.all([server.connect(there), client.connect(here)]);
  const { tools } = await client.listTools();
  await client.close();
  return new Set(tools.map(({ name }) => name));
}
