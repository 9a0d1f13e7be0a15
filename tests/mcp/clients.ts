import { resolve } from "node:path";
import { Client as V2Client } from "@modelcontextprotocol/client";
import { StdioClientTransport as V2Transport } from "@modelcontextprotocol/client/stdio";
import { Client as V1Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport as V1Transport } from "@modelcontextprotocol/sdk/client/stdio.js";

/** A tool's answer, as far as the tests look at it. */
export interface Answer {
  isError: boolean;
  text: string;
  // biome-ignore lint/suspicious/noExplicitAny: the output schemas are validated by the clients
  data: any;
}

/** What the tests need of a client, whichever SDK it is of. */
export interface TestClient {
  call(tool: string, input: Record<string, unknown>): Promise<Answer>;
  client: Pick<
    V2Client,
    | "listTools"
    | "listResources"
    | "listResourceTemplates"
    | "readResource"
    | "listPrompts"
    | "getPrompt"
    | "complete"
    | "getInstructions"
    | "getServerVersion"
    | "close"
  >;
}

const CLI = resolve(process.env.GROUNDPLAN_CLI ?? "dist/cli.js");
export const INFO = { name: "groundplan-tests", version: "0" };

/** What starts the server over stdio. */
export function startCommand(root: string): [command: string, ...args: string[]] {
  return [process.execPath, CLI, "mcp", "--root", root];
}

function start(root: string) {
  const [command, ...args] = startCommand(root);
  return { command, args, stderr: "pipe" as const };
}

/** The data of an answer: beside its text where the answer is data, and else where only programs look. */
export function dataOf({ structuredContent, _meta }: { structuredContent?: unknown; _meta?: Record<string, unknown> }): unknown {
  return structuredContent ?? _meta?.["groundplan/data"];
}

/** Either SDK has the same methods. */
export function asTestClient(client: TestClient["client"] & Pick<V2Client, "callTool">): TestClient {
  return {
    client,
    async call(name, args) {
      const result = await client.callTool({ name, arguments: args });
      const [content] = result.content;
      const text = content?.type === "text" ? content.text : "";
      return { isError: result.isError === true, text, data: dataOf(result) };
    },
  };
}

/** Connects a client of the 2026-07-28 revision to a server with an environment of its own. */
export function connectWith(root: string, env: Record<string, string>): Promise<TestClient> {
  return connectV2(root, "auto", env);
}

async function connectV2(root: string, mode: "legacy" | "auto", env?: Record<string, string>): Promise<TestClient> {
  const client = new V2Client(INFO, { versionNegotiation: { mode } });
  await client.connect(new V2Transport({ ...start(root), ...(env && { env }) }));
  const revision = client.getNegotiatedProtocolVersion();
  if ((revision === "2026-07-28") !== (mode === "auto")) throw new Error(`unexpected revision of the protocol: ${revision}`);
  return asTestClient(client);
}

/** Every kind of client in use: of the 2026-07-28 revision, and of the ones before it by either SDK. */
export const CLIENTS: readonly [name: string, connect: (root: string) => Promise<TestClient>][] = [
  ["v2 client, 2026-07-28", (root) => connectV2(root, "auto")],
  ["v2 client, before 2026", (root) => connectV2(root, "legacy")],
  [
    "v1 client",
    async (root) => {
      const client = new V1Client(INFO);
      await client.connect(new V1Transport(start(root)));
      return asTestClient(client as unknown as V2Client);
    },
  ],
];
