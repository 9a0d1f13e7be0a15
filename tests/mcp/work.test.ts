import { Client } from "@modelcontextprotocol/client";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openWorkspace } from "../../src/core.ts";
import type { Session } from "../../src/mcp/project.ts";
import { keepTexts } from "../../src/mcp/seen.ts";
import { createServer } from "../../src/mcp/server.ts";
import { INFO } from "./clients.ts";
import { FOLDER, KEY, makeWorkspace, type TestWorkspace } from "./workspace.ts";

let workspace: TestWorkspace;
let client: Client;

beforeEach(() => {
  workspace = makeWorkspace();
  for (let number = 10; number < 40; number++)
    workspace.write(`docs/plan/${KEY.epic}/E01-F${number}-copy/prd.md`, workspace.read(`${FOLDER}/prd.md`));
});

afterEach(async () => {
  await client.close();
  workspace.remove();
});

async function connect(limitMs: number): Promise<void> {
  const session: Session = {
    root: openWorkspace(workspace.root).root,
    source: "--root",
    today: () => "2026-11-21",
    env: {},
    version: "0.0.0",
    limitMs,
    seen: keepTexts(),
  };
  const [here, there] = InMemoryTransport.createLinkedPair();
  await createServer(session).connect(there);
  client = new Client(INFO);
  await client.connect(here);
}

test("a call over many features tells its progress, feature by feature", async () => {
  await connect(10_000);
  const told: { progress: number; total?: number; message?: string }[] = [];
  await client.callTool({ name: "list_features", arguments: {} }, { onprogress: (progress) => told.push(progress) });
  expect(told).toHaveLength(31);
  expect(told.at(0)).toEqual({ progress: 0, total: 31, message: `${KEY.epic}/${KEY.feature}` });
  expect(told.map(({ progress }) => progress)).toEqual(told.map((_step, index) => index));
});

test("without a wish for it, nothing is told", async () => {
  await connect(10_000);
  const { structuredContent } = await client.callTool({ name: "list_features", arguments: {} });
  expect((structuredContent as { features: unknown[] }).features).toHaveLength(31);
});

test("a call that is cancelled ends between two features", async () => {
  await connect(10_000);
  const abort = new AbortController();
  let last = 0;
  const call = client.callTool(
    { name: "list_features", arguments: {} },
    {
      signal: abort.signal,
      onprogress: ({ progress }) => {
        last = progress;
        if (progress === 3) abort.abort();
      },
    },
  );
  await expect(call).rejects.toThrow();
  await client.callTool({ name: "next_step", arguments: KEY });
  expect(last).toBeLessThan(10);
});

test("a call that takes too long says how to narrow it", async () => {
  await connect(0);
  const { isError, content } = await client.callTool({ name: "list_features", arguments: {} });
  expect(isError).toBe(true);
  expect(content[0]).toMatchObject({ text: expect.stringMatching(/took longer than 0 s.*one epic/) });
});
