import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { serveHttp } from "../../src/mcp/http/http.ts";
import { endServed, serve } from "./http-clients.ts";
import { makeWorkspace, type TestWorkspace } from "./workspace.ts";

const CLI = resolve(process.env.GROUNDPLAN_CLI ?? "dist/cli.js");
const GOOD = "a-token-of-the-team-2026";

describe("a token that is easily guessed is refused at the start", () => {
  let workspace: TestWorkspace;

  beforeAll(() => {
    workspace = makeWorkspace();
    workspace.write("token", `${GOOD}\n`);
    workspace.write("empty", "\n");
  });

  afterAll(() => workspace.remove());

  const start = (words: string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [CLI, "mcp", "--http", "--port", "0", "--root", workspace.root, ...words], {
      encoding: "utf8",
      cwd: workspace.root,
      env: { ...process.env, ...env },
      timeout: 60_000,
    });

  test.each<[string, string[], Record<string, string>, RegExp]>([
    ["empty on the command line", ["--token", ""], {}, /unexpected token in --token: it is empty/],
    ["empty in the environment", [], { GROUNDPLAN_TOKEN: "" }, /unexpected token in GROUNDPLAN_TOKEN: it is empty/],
    ["of blanks", ["--token", " ".repeat(20)], {}, /blanks/],
    ["short", ["--token", "secret"], {}, /it has 6 characters/],
    ["short in the environment", [], { GROUNDPLAN_TOKEN: "fifteen-letters" }, /it has 15 characters/],
    ["an empty file", ["--token-file", "empty"], {}, /unexpected token in empty: it is empty/],
    ["no file", ["--token-file", "none"], {}, /cannot read none: ENOENT/],
    ["an empty one over a good variable", ["--token", ""], { GROUNDPLAN_TOKEN: GOOD }, /it is empty/],
  ])("%s", (_what, words, env, told) => {
    const { status, stderr, stdout } = start(words, env);
    expect(status).toBe(2);
    expect(stderr).toMatch(told);
    expect(stdout).toBe("");
  });

  test("by whoever serves", async () => {
    await expect(serveHttp(() => Promise.reject(), { port: 0, token: "" })).rejects.toMatchObject({ code: "token" });
  });

  test("one from a file is served, and not repeated", async () => {
    writeFileSync(join(workspace.root, "token"), `${GOOD}\n`);
    const served = await serve(workspace.root, "--token-file", join(workspace.root, "token"));
    expect(served.token).toBe("");
    const ask = (token: string) =>
      fetch(served.url, {
        method: "POST",
        headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json", Accept: "application/json, text/event-stream" },
        body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} }),
      });
    expect((await ask(GOOD)).status).toBe(200);
    expect((await ask("")).status).toBe(401);
    await endServed(served);
  });
});
