import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CLIENTS, startCommand, type TestClient } from "../clients.ts";
import { makeExample, runExample } from "../example-run.ts";
import { endServed, HTTP_CLIENTS, type Served, serve } from "../http-clients.ts";
import { ERAS, type Era, fetchInspector, inspect, inspectorClient } from "./inspector.ts";

/** One thing that is tried with a real client, on the inputs of the worked example. */
interface Trial {
  what: string;
  /** @returns what was seen, in words */
  run(root: string): Promise<string>;
}

/**
 * Takes the worked example from its PRD to the end with every kind of client, over stdio and over HTTP, and has the Inspector judge the
 * schemas of the tools.
 *
 * @param tell takes a line for each trial
 * @returns what did not hold
 */
export async function evaluate(tell: (line: string) => void): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), "groundplan-inspector-"));
  try {
    const binary = fetchInspector(folder);
    const failed = await Promise.all([tryAll(trialsOverStdio(binary), tell), tryAll(trialsOverHttp(binary), tell)]);
    return failed.flat();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function trialsOverStdio(binary: string): Trial[] {
  return [
    ...CLIENTS.map(([name, connect]) => ({ what: `stdio, ${name}`, run: async (root: string) => drive(await connect(root)) })),
    ...trialsOfInspector("stdio", binary, (root, use) => use(startCommand(root), [])),
  ];
}

function trialsOverHttp(binary: string): Trial[] {
  return [
    ...HTTP_CLIENTS.map(([name, connect]) => ({
      what: `HTTP, ${name}`,
      run: (root: string) => served(root, async (server) => drive(await connect(server))),
    })),
    ...trialsOfInspector("HTTP", binary, (root, use) =>
      served(root, ({ url, token }) => use([url], ["--header", `Authorization: Bearer ${token}`])),
    ),
  ];
}

/** Runs something on a target that the Inspector can reach. */
type Reach = (root: string, use: (target: readonly string[], options: readonly string[]) => Promise<string>) => Promise<string>;

function trialsOfInspector(transport: string, binary: string, reach: Reach): Trial[] {
  const judged = ERAS.map((era) => ({
    what: `${transport}, Inspector, schemas, ${era}`,
    run: (root: string) => reach(root, (target, options) => judge(binary, target, era, options)),
  }));
  const driven = {
    what: `${transport}, Inspector, a process a call`,
    run: (root: string) => reach(root, (target, options) => drive(inspectorClient(binary, target, "modern", options))),
  };
  return [...judged, driven];
}

/** Takes the example to its end. */
async function drive(client: Pick<TestClient, "call"> & Partial<Pick<TestClient, "client">>): Promise<string> {
  let calls = 0;
  try {
    const { data } = await runExample(client, () => calls++);
    if (!data.finished) throw new Error("finish_feature did not finish");
    return `${calls} calls to the end. ${data.diagrams.note}`;
  } finally {
    await client.client?.close();
  }
}

/** Lets the Inspector look for schemas that other clients could not read. */
async function judge(binary: string, target: readonly string[], era: Era, options: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await inspect(binary, target, era, [...options, "--method", "tools/list", "--strict"]);
  if (code !== 0) throw new Error(`exit status ${code}: ${stderr}`);
  return `${JSON.parse(stdout).result.tools.length} tools, nothing to say of their schemas`;
}

async function served(root: string, use: (server: Served) => Promise<string>): Promise<string> {
  const server = await serve(root);
  try {
    return await use(server);
  } finally {
    await endServed(server);
  }
}

async function tryAll(trials: readonly Trial[], tell: (line: string) => void): Promise<string[]> {
  const failed: string[] = [];
  for (const { what, run } of trials) {
    const { root, remove } = makeExample();
    try {
      tell(`pass  ${what}: ${await run(root)}`);
    } catch (thrown) {
      failed.push(what);
      tell(`FAIL  ${what}: ${thrown instanceof Error ? thrown.message : thrown}`);
    } finally {
      remove();
    }
  }
  return failed;
}
