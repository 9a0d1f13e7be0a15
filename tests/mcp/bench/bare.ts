import { McpServer } from "@modelcontextprotocol/server";
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import * as z from "zod";

// The least that a server on the same SDK can be: what a first answer costs before anything is done.
serveStdio(() => {
  const server = new McpServer({ name: "bare", version: "0.0.0" });
  server.registerTool("echo", { description: "echo", inputSchema: z.strictObject({ text: z.string() }) }, ({ text }) => ({
    content: [{ type: "text", text }],
  }));
  return server;
});
