import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { request } from "node:http";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { INFO, type TestClient } from "./clients.ts";
import { endServed, HTTP_CLIENTS, overHttp, type Served, serve } from "./http-clients.ts";
import { FOLDER, KEY, makeWorkspace, type TestWorkspace } from "./workspace.ts";

const CLI = resolve(process.env.GROUNDPLAN_CLI ?? "dist/cli.js");

/** One request with headers that a client library would not send. */
function send(url: string, headers: Record<string, string>, body = "{}"): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: "POST", headers: { "Content-Type": "application/json", ...headers } }, (response) => {
      let text = "";
      response.on("data", (chunk) => {
        text += chunk;
      });
      response.on("end", () => resolve({ status: response.statusCode ?? 0, text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const LIST = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} });
const ACCEPT = { Accept: "application/json, text/event-stream" };

describe("over HTTP", () => {
  let workspace: TestWorkspace;
  let served: Served;

  beforeAll(async () => {
    workspace = makeWorkspace();
    served = await serve(workspace.root);
  });

  afterAll(async () => {
    await endServed(served);
    workspace.remove();
  });

  test.each(HTTP_CLIENTS)("a client begins a feature and writes a section: %s", async (name, connect) => {
    const client = await connect(served);
    const key = { epic: KEY.epic, feature: `E01-F1${HTTP_CLIENTS.findIndex(([other]) => other === name)}-by-http` };
    for (const file of ["prd.md", "00-research-report.md"])
      workspace.write(`docs/plan/${key.epic}/${key.feature}/${file}`, workspace.read(`${FOLDER}/${file}`));
    await client.call("start_feature", { ...key, interfaces: ["api"] });
    const { write } = (await client.call("next_step", key)).data;
    const written = await client.call("write_section", {
      ...key,
      document: write.document,
      section: write.section,
      revision: write.revision,
      body: "Text.",
    });
    expect(written.isError, written.text).toBe(false);
    expect(workspace.read(written.data.file)).toContain("\nText.\n");
    await client.client.close();
  });

  const good = () => ({ Authorization: `Bearer ${served.token}`, ...ACCEPT });
  test.each<[what: string, headers: () => Record<string, string>, status: number]>([
    ["the token", good, 200],
    ["a scheme in other letters", () => ({ ...good(), Authorization: `bearer ${served.token}` }), 200],
    ["an origin of this machine", () => ({ ...good(), Origin: "http://localhost:3000" }), 200],
    ["no token", () => ({ ...ACCEPT }), 401],
    ["another token", () => ({ ...good(), Authorization: "Bearer guessed" }), 401],
    ["the token without its scheme", () => ({ ...good(), Authorization: served.token }), 401],
    ["a foreign origin", () => ({ ...good(), Origin: "https://evil.example" }), 403],
    ["an origin that only begins like this machine", () => ({ ...good(), Origin: "http://localhost.evil.example" }), 403],
    ["an opaque origin", () => ({ ...good(), Origin: "null" }), 403],
    ["a name that leads here by a foreign DNS", () => ({ ...good(), Host: "evil.example" }), 403],
  ])("a request with %s", async (_what, headers, status) => {
    expect((await send(served.url, headers(), LIST)).status).toBe(status);
  });

  test.each([
    ["null", null],
    ["an object as JSON text", "{}"],
  ])("a call whose arguments are %s is read", async (_what, given) => {
    const call = { jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: "list_features", arguments: given } };
    expect((await send(served.url, good(), JSON.stringify(call))).text).toContain("E01-shop/");
  });

  test.each(["2024-10-07", "2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25"])(
    "a client of the revision %s is greeted in it",
    async (revision) => {
      const params = { protocolVersion: revision, capabilities: {}, clientInfo: INFO };
      const { status, text } = await send(served.url, good(), JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params }));
      expect(status).toBe(200);
      expect(text).toContain(`"protocolVersion":"${revision}"`);
    },
  );

  test("another path is not served", async () => {
    expect((await send(served.url.replace("/mcp", "/"), good(), LIST)).status).toBe(404);
  });

  test("a body that is no JSON, half a JSON, or too large is refused, and the next one is served", async () => {
    for (const body of ["", "no json", '{"jsonrpc":"2.0","id":', "[]"]) {
      const { status, text } = await send(served.url, good(), body);
      expect(status, body).toBe(400);
      expect(text).not.toContain(workspace.root);
    }
    const large = await send(served.url, good(), `{"x":"${"y".repeat(5_000_000)}"}`).catch(() => ({ status: 413 }));
    expect(large.status).toBe(413);
    expect((await send(served.url, good(), LIST)).status).toBe(200);
  });

  test("many clients on one document: each write is either in it or was refused", async () => {
    const clients = await Promise.all(Array.from({ length: 8 }, () => overHttp(served, "auto")));
    const [first] = clients as [TestClient];
    await first.call("start_feature", KEY);
    const section = (await first.call("next_step", KEY)).data.write.section;
    let accepted = 0;
    await Promise.all(
      clients.map(async (client, index) => {
        for (let round = 0; round < 8; round++) {
          const { documents } = (await client.call("check_feature", KEY)).data;
          const { revision } = documents.find(({ kind }: { kind: string }) => kind === "architecture");
          const mark = `mark-${index}-${round}`;
          const answer = await client.call("write_section", {
            ...KEY,
            document: "architecture",
            section,
            revision,
            body: `Written as ${mark}.`,
          });
          if (answer.isError) expect(answer.text).toMatch(/has changed since it was read/);
          else accepted++;
        }
        await client.client.close();
      }),
    );
    expect(accepted).toBeGreaterThan(0);
    expect(workspace.read(`${FOLDER}/02-architecture.md`).match(/Written as mark-\d-\d\./g)).toHaveLength(1);
    expect(readdirSync(join(workspace.root, FOLDER)).filter((name) => /\.(?:tmp|lock|stale)$/.test(name))).toEqual([]);
  });
});

test("ends cleanly when it is asked to, with a stream open", async () => {
  const workspace = makeWorkspace();
  const served = await serve(workspace.root);
  const client = await overHttp(served, "auto");
  await client.call("list_features", {});
  served.child.kill("SIGTERM");
  const [status, signal] = await once(served.child, "exit");
  expect([status, signal]).toEqual([0, null]);
  await client.client.close();
  workspace.remove();
});

test("without a token only where the person says so, and a port that is taken is told", async () => {
  const workspace = makeWorkspace();
  const served = await serve(workspace.root, "--no-token");
  expect(served.token).toBe("");
  expect((await send(served.url, ACCEPT, LIST)).status).toBe(200);
  const port = new URL(served.url).port;
  const second = spawn(process.execPath, [CLI, "mcp", "--http", "--port", port, "--root", workspace.root]);
  let told = "";
  second.stderr.on("data", (chunk) => {
    told += chunk;
  });
  const [status] = await once(second, "close");
  expect(status).toBe(2);
  expect(told).toMatch(/cannot listen on port \d+: EADDRINUSE.*--port/s);
  await endServed(served);
  workspace.remove();
});
