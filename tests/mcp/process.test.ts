import { spawn } from "node:child_process";
import { once } from "node:events";
import { resolve } from "node:path";
import { expect, test } from "vitest";
import { makeWorkspace } from "./workspace.ts";

const CLI = resolve(process.env.GROUNDPLAN_CLI ?? "dist/cli.js");

test("prints nothing but the protocol, and ends with its input", async () => {
  const workspace = makeWorkspace();
  const child = spawn(process.execPath, [CLI, "mcp", "--root", workspace.root]);
  let out = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  const message = (id: number, method: string, params: object) => `${JSON.stringify({ jsonrpc: "2.0", id, method, params })}\n`;
  child.stdin.write(message(1, "initialize", { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "t", version: "0" } }));
  child.stdin.write(message(2, "tools/call", { name: "list_features", arguments: {} }));
  child.stdin.write(message(3, "tools/call", { name: "no_such_tool", arguments: {} }));
  await expect.poll(() => out.trim().split("\n").length, { timeout: 60_000 }).toBe(3);
  child.stdin.end();
  const [status] = await once(child, "exit");
  workspace.remove();
  expect(status).toBe(0);
  const answers = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(answers.map(({ id }) => id).sort()).toEqual([1, 2, 3]);
  expect(answers.find(({ id }) => id === 3)).toMatchObject({ error: { code: -32602 } });
});

test("refuses a root that is too wide, with exit status 2 and words on stderr alone", async () => {
  const child = spawn(process.execPath, [CLI, "mcp", "--root", "/"]);
  let out = "";
  let err = "";
  child.stdout.on("data", (chunk) => {
    out += chunk;
  });
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const [status] = await once(child, "close");
  expect(status).toBe(2);
  expect(out).toBe("");
  expect(err).toContain("too wide for a workspace");
});
