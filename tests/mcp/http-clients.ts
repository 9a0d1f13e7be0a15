import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { Client as V2Client, StreamableHTTPClientTransport as V2Transport } from "@modelcontextprotocol/client";
import { Client as V1Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StreamableHTTPClientTransport as V1Transport } from "@modelcontextprotocol/sdk/client/streamableHttp.js";
import { asTestClient, INFO, type TestClient } from "./clients.ts";

const CLI = resolve(process.env.GROUNDPLAN_CLI ?? "dist/cli.js");

export interface Served {
  url: string;
  token: string;
  child: ChildProcess;
}

/** Starts the server as a person does, and reads address and token where the person reads them. */
export async function serve(root: string, ...options: string[]): Promise<Served> {
  const child = spawn(process.execPath, [CLI, "mcp", "--http", "--port", "0", "--root", root, ...options]);
  let told = "";
  for await (const chunk of child.stderr.setEncoding("utf8").iterator({ destroyOnReturn: false })) {
    told += chunk;
    if (told.includes("Ctrl-C")) break;
  }
  return { child, url: /http:\S+/.exec(told)?.[0] ?? "", token: /Bearer (\S+)/.exec(told)?.[1] ?? "" };
}

/** Ends the server as Ctrl-C does. */
export async function endServed({ child }: Served): Promise<void> {
  child.kill("SIGTERM");
  await once(child, "exit");
}

type Connect = (served: Served) => Promise<TestClient>;

export async function overHttp({ url, token }: Served, mode: "auto" | "legacy"): Promise<TestClient> {
  const client = new V2Client(INFO, { versionNegotiation: { mode } });
  await client.connect(new V2Transport(new URL(url), { requestInit: { headers: { Authorization: `Bearer ${token}` } } }));
  return asTestClient(client);
}

/** The same kinds of client as over stdio. */
export const HTTP_CLIENTS: readonly [name: string, connect: Connect][] = [
  ["v2 client, 2026-07-28", (served) => overHttp(served, "auto")],
  ["v2 client, before 2026", (served) => overHttp(served, "legacy")],
  [
    "v1 client",
    async ({ url, token }) => {
      const client = new V1Client(INFO);
      const transport = new V1Transport(new URL(url), { requestInit: { headers: { Authorization: `Bearer ${token}` } } });
      await client.connect(transport as Parameters<typeof client.connect>[0]);
      return asTestClient(client as unknown as V2Client);
    },
  ],
];
