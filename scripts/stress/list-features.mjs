// Asks the MCP server of a workspace, which is the working folder, for its features. Usage: node list-features.mjs <cli.js>
import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

const server = spawn(process.execPath, [process.argv[2], "mcp"], { stdio: ["pipe", "pipe", "inherit"] });
const tell = (message) => server.stdin.write(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
const clientInfo = { name: "stress", version: "0.0.0" };
tell({ id: 1, method: "initialize", params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo } });
for await (const line of createInterface({ input: server.stdout })) {
  const { id, result } = JSON.parse(line);
  if (id === 1) {
    tell({ method: "notifications/initialized" });
    tell({ id: 2, method: "tools/call", params: { name: "list_features", arguments: {} } });
  } else if (id === 2) {
    process.exitCode = result?.isError === false || result?.structuredContent ? 0 : 3;
    server.stdin.end();
  }
}
