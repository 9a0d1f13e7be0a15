import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { KnownError } from "../../core.ts";

/** Calls the tools of a running server by name. */
export interface ToolClient {
  call<Result>(tool: string, input: Readonly<Record<string, unknown>>): Promise<Result>;
  close(): Promise<void>;
}

/**
 * Starts `groundplan mcp` as a child process and connects to it as any assistant would.
 *
 * @param entry the command's own file
 * @param root the workspace
 */
export async function connect(entry: string, root: string, version: string): Promise<ToolClient> {
  const client = new Client({ name: "groundplan-demo", version });
  await client.connect(new StdioClientTransport({ command: process.execPath, args: [entry, "mcp", "--root", root], stderr: "inherit" }));
  return {
    async call<Result>(tool: string, input: Readonly<Record<string, unknown>>): Promise<Result> {
      const result = await client.callTool({ name: tool, arguments: { ...input } });
      const [content] = result.content;
      if (result.isError) throw new KnownError("tool", `${tool}: ${content?.type === "text" ? content.text : "failed"}`, "");
      // What is to be read is text, and its data stand where only programs look.
      return (result.structuredContent ?? result._meta?.["groundplan/data"]) as Result;
    },
    close: () => client.close(),
  };
}
