import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openWorkspace } from "../../src/core.ts";
import { keepTexts } from "../../src/mcp/seen.ts";
import { createServer } from "../../src/mcp/server.ts";
import { INFO } from "./clients.ts";
import { FOLDER, KEY, makeWorkspace, type TestWorkspace } from "./workspace.ts";

let workspace: TestWorkspace;
let client: Client;
let lock: string;

beforeEach(async () => {
  workspace = makeWorkspace();
  const session = { source: "--root", today: () => "2026-11-21", env: {}, version: "0.0.0", limitMs: 10_000, seen: keepTexts() };
  const [here, there] = InMemoryTransport.createLinkedPair();
  await createServer({ ...session, root: openWorkspace(workspace.root).root }).connect(there);
  client = new Client(INFO);
  await client.connect(here);
  await client.callTool({ name: "start_feature", arguments: KEY });
  lock = join(workspace.root, FOLDER, ".02-architecture.md.lock");
});

afterEach(async () => {
  await client.close();
  workspace.remove();
});

const call = async (name: string, args: Record<string, unknown>, signal?: AbortSignal) => {
  const { content, isError } = await client.callTool({ name, arguments: args }, { signal });
  return { isError: isError === true, text: content.map((part) => (part.type === "text" ? part.text : "")).join("") };
};

async function writing(): Promise<Record<string, unknown>> {
  const { _meta } = await client.callTool({ name: "next_step", arguments: KEY });
  const { write } = { ..._meta }["groundplan/data"] as { write: Record<string, unknown> };
  const { document, section, revision } = write;
  return { ...KEY, document, section, revision, body: "Text that waits." };
}

test("a write that waits for another process holds up nobody who reads, and is done when the other has ended", async () => {
  const input = await writing();
  // A process that runs: this one.
  writeFileSync(lock, String(process.pid));
  let written = false;
  const write = call("write_section", input).then((answer) => {
    written = true;
    return answer;
  });
  for (const tool of ["check_feature", "trace_requirements", "next_step"]) {
    expect((await call(tool, KEY)).isError).toBe(false);
    expect(written, tool).toBe(false);
  }
  rmSync(lock);
  expect(await write).toMatchObject({ isError: false });
  expect(workspace.read(`${FOLDER}/02-architecture.md`)).toContain("Text that waits.");
});

test("a write that is cancelled while it waits is never done", async () => {
  const input = await writing();
  const before = workspace.read(`${FOLDER}/02-architecture.md`);
  writeFileSync(lock, String(process.pid));
  const abort = new AbortController();
  const write = call("write_section", input, abort.signal);
  await call("list_features", {});
  abort.abort();
  await expect(write).rejects.toThrow();
  rmSync(lock);
  // Whatever was left of it would come before what is asked for later.
  await call("check_feature", KEY);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(workspace.read(`${FOLDER}/02-architecture.md`)).toBe(before);
});

test("a call that is cancelled at once is not begun", async () => {
  const input = await writing();
  const before = workspace.read(`${FOLDER}/02-architecture.md`);
  const abort = new AbortController();
  const write = call("write_section", input, abort.signal);
  abort.abort();
  await expect(write).rejects.toThrow();
  await call("check_feature", KEY);
  expect(workspace.read(`${FOLDER}/02-architecture.md`)).toBe(before);
});

test("a lock that is held for long is told, with what to do", async () => {
  const input = await writing();
  writeFileSync(lock, String(process.pid));
  expect(await call("write_section", input)).toMatchObject({
    isError: true,
    text: expect.stringContaining("another process is writing this document"),
  });
});
