import { cpSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Client } from "@modelcontextprotocol/client";
import { InMemoryTransport } from "@modelcontextprotocol/server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openWorkspace } from "../../src/core.ts";
import { keepTexts } from "../../src/mcp/seen.ts";
import { createServer } from "../../src/mcp/server.ts";
import { asTestClient, INFO } from "./clients.ts";
import { EXAMPLE, makeExample } from "./example-run.ts";

const FOLDER = `docs/plan/${EXAMPLE.epic}/${EXAMPLE.feature}`;
const OUTPUTS = ["02-architecture.md", "04-backend-design.md"];
const hasBrowser = (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, "chromium")));

let example: ReturnType<typeof makeExample>;
let client: Client;

/** The worked example as it is before its last step. */
beforeEach(() => {
  example = makeExample();
  cpSync(FOLDER, join(example.root, FOLDER), { recursive: true });
  for (const file of OUTPUTS) writeFileSync(join(example.root, FOLDER, file), read(file).replace("status: complete", "status: draft"));
});

afterEach(async () => {
  await client.close();
  example.remove();
});

const read = (file: string) => readFileSync(join(example.root, FOLDER, file), "utf8");
const statuses = () => OUTPUTS.map((file) => /status: (\w+)/.exec(read(file))?.[1]);

async function connect(env: Record<string, string | undefined>, limitMs = 50_000) {
  const { root } = openWorkspace(example.root);
  const session = { root, source: "--root", today: () => "2026-11-21", env, version: "0.0.0", limitMs, seen: keepTexts() };
  const [here, there] = InMemoryTransport.createLinkedPair();
  await createServer(session).connect(there);
  client = new Client(INFO);
  await client.connect(here);
  return asTestClient(client);
}

describe.skipIf(!hasBrowser)("finish_feature with a browser", () => {
  test("draws every diagram, tells its progress, and says that it is proved", async () => {
    await connect(process.env);
    const told: { progress: number; total?: number; message?: string }[] = [];
    const { structuredContent, content } = await client.callTool(
      { name: "finish_feature", arguments: EXAMPLE },
      { onprogress: (progress) => told.push(progress) },
    );
    expect(structuredContent).toMatchObject({ diagrams: { proved: true, drawn: 3, note: "All 3 diagrams were drawn in a browser." } });
    expect(content[0]).toMatchObject({ text: expect.stringContaining("All 3 diagrams were drawn in a browser.") });
    expect(told.map(({ progress, total }) => [progress, total])).toEqual([
      [1, 3],
      [2, 3],
      [3, 3],
    ]);
    expect(told[0]?.message).toMatch(/^drew docs\/plan\/.*02-architecture\.md:\d+$/);
    expect(statuses()).toEqual(["complete", "complete"]);
  });

  test("a diagram that is not drawn closes the gate of the last step", async () => {
    writeFileSync(join(example.root, "groundplan.config.json"), JSON.stringify({ checks: { "invalid-diagram": "off" } }));
    const broken = read(OUTPUTS[0] as string).replace(
      "  worker->>db: completed, with event and email in the outbox",
      "  deactivate gateway",
    );
    writeFileSync(join(example.root, FOLDER, OUTPUTS[0] as string), broken);
    const { call } = await connect(process.env);
    const refused = await call("finish_feature", EXAMPLE);
    expect(refused).toMatchObject({ isError: true, data: undefined });
    expect(refused.text).toMatch(/7\. finish: open: .*02-architecture\.md:\d+: the diagram is not drawn: .*Call next_step/s);
    expect(statuses()).toEqual(["draft", "draft"]);
  });

  test("is cancelled while a diagram is drawn", async () => {
    const { call } = await connect(process.env);
    const abort = new AbortController();
    const finishing = client.callTool(
      { name: "finish_feature", arguments: EXAMPLE },
      { signal: abort.signal, onprogress: () => abort.abort() },
    );
    await expect(finishing).rejects.toThrow();
    expect((await call("check_feature", EXAMPLE)).data.steps[6].done).toBe(false);
    expect(statuses()).toEqual(["draft", "draft"]);
  });

  test("ends at its time limit, and says what to do", async () => {
    const { call } = await connect(process.env, 700);
    const refused = await call("finish_feature", EXAMPLE);
    expect(refused.text).toMatch(/took longer than 0\.7 s\. Nothing was written.*groundplan check --render/);
    expect(statuses()).toEqual(["draft", "draft"]);
  });
});

test("without a browser finish_feature finishes, and says in text and data that nothing was proved and how to get it", async () => {
  const { call } = await connect({ PATH: "", PUPPETEER_EXECUTABLE_PATH: "/nowhere/chromium" });
  const { data, text } = await call("finish_feature", EXAMPLE);
  expect(data.diagrams).toEqual({
    proved: false,
    drawn: 0,
    note: expect.stringMatching(
      /^The diagrams parse; that they are drawn was not proved: there is no browser to draw with\. Install one \(/,
    ),
  });
  expect(text).toContain(data.diagrams.note);
  expect(data.finished).toBe(true);
});
