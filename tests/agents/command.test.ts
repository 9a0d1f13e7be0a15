import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type CliResult, runCli } from "../support/cli.ts";
import { startFakeApi } from "./fake/api.ts";
import { outputsOf } from "./fake/run.ts";
import type { Fault } from "./fake/server.ts";
import { FOLDER, SECOND, smallModel, smallWorkspace, twoFeatures } from "./fake/small.ts";

const KEYS = { epic: "E01-shop", feature: "E01-F01-parcels" };
const NO_KEY = { ANTHROPIC_API_KEY: "", ANTHROPIC_AUTH_TOKEN: "", ANTHROPIC_PROFILE: "", HOME: "/nonexistent" };

interface Child {
  result: Promise<CliResult>;
  kill(signal: NodeJS.Signals): void;
}

/** Runs the built command while the fake API answers in this process. */
function start(args: readonly string[], cwd: string, url: string, key = "test-key"): Child {
  const env = { ...process.env, ...NO_KEY, ANTHROPIC_API_KEY: key, ANTHROPIC_BASE_URL: url };
  const child = spawn(process.execPath, [resolve("dist/cli.js"), ...args], { cwd, env });
  let [out, err] = ["", ""];
  child.stdout.on("data", (chunk) => (out += chunk));
  child.stderr.on("data", (chunk) => (err += chunk));
  return {
    result: new Promise((done) => child.on("close", (status) => done({ status, out, err }))),
    kill: (signal) => void child.kill(signal),
  };
}

describe("without a key", () => {
  it("it names the three ways on, and writes nothing", () => {
    const root = smallWorkspace();
    const { status, err } = runCli(["generate", "E01-F01"], root, NO_KEY);
    expect(status).toBe(2);
    expect(err).toMatch(/ANTHROPIC_API_KEY[\s\S]*groundplan mcp[\s\S]*groundplan draft/);
    expect([existsSync(join(root, ".groundplan")), existsSync(join(root, FOLDER, "02-architecture.md"))]).toEqual([false, false]);
  });

  it("--dry-run shows plan, calls and cost all the same", () => {
    const { status, out } = runCli(["generate", "--all", "--dry-run"], smallWorkspace(), NO_KEY);
    expect(status).toBe(0);
    expect(out).toContain("write      architecture: Overview");
    expect(out).toContain("compose    architecture: Related Documents");
    expect(out).toMatch(/^ {2}Left for the model: /m);
    expect(out).toMatch(/about 5 calls, \$0\.\d\d[\s\S]*Nothing was asked or written/);
  });

  it.each([
    [["--concurrency", "0"], "whole number, 1 or more"],
    [["--concurrency", "1.5"], "whole number, 1 or more"],
    [["--max-usd", "much"], "Expected a number"],
    [["--rewrite", "Overvew"], "Did you mean Overview?"],
  ])("%s is a mistake in use", (args, message) => {
    const { status, err } = runCli(["generate", "E01-F01", "--dry-run", ...args], smallWorkspace(), NO_KEY);
    expect(status).toBe(2);
    expect(err).toContain(message);
  });

  it("it asks which feature", () => {
    expect(runCli(["generate"], smallWorkspace(), NO_KEY)).toMatchObject({
      status: 2,
      err: expect.stringContaining("no feature is named"),
    });
  });
});

it("a run is told line by line, its cost at the end, and can be looked at later", async () => {
  const root = smallWorkspace();
  const api = await startFakeApi(smallModel());
  const { status, out } = await start(["generate", "E01-F01"], root, api.url).result;
  expect(status).toBe(0);
  expect(out).toMatch(
    /written {4}architecture: Overview \(1 repair\)[\s\S]*finished {3}E01-shop\/E01-F01-parcels[\s\S]*for 5 calls, 1 of them repairs, /,
  );
  const listed = runCli(["runs", "list"], root);
  expect(listed.out).toMatch(/finished +5 calls {2}\$0\.\d\d {2}E01-shop\/E01-F01-parcels/);
  const shown = runCli(["runs", "show", listed.out.split(" ")[0] ?? ""], root);
  expect(shown.out).toMatch(/2 calls, 1 repairs +[\d,]+ tokens {2}\$0\.\d+ {2}E01-shop\/E01-F01-parcels architecture: Overview/);
  expect(runCli(["runs", "show", "../../etc"], root)).toMatchObject({ status: 2, err: expect.stringContaining("no run") });
});

it("a key that the API refuses is a mistake in the environment: nothing is written", async () => {
  const root = smallWorkspace();
  const api = await startFakeApi(smallModel());
  const { status, err } = await start(["generate", "E01-F01"], root, api.url, "another-key").result;
  expect(status).toBe(2);
  expect(err).toMatch(/refuses the key \(401\)[\s\S]*Check ANTHROPIC_API_KEY/);
  expect([existsSync(join(root, ".groundplan")), existsSync(join(root, FOLDER, "02-architecture.md"))]).toEqual([false, false]);
});

it("--all writes every feature of the plan, told apart in its lines", async () => {
  const root = twoFeatures();
  const api = await startFakeApi(smallModel());
  const { status, out } = await start(["generate", "--all"], root, api.url).result;
  expect(status).toBe(0);
  for (const { epic, feature } of [KEYS, SECOND]) expect(out).toContain(`finished   ${epic}/${feature}`);
  expect(out).toMatch(/2 features with claude-opus-5-5[\s\S]*for 10 calls/);
});

it("--json prints an event a line", async () => {
  const api = await startFakeApi(smallModel());
  const { out } = await start(["generate", "E01-F01", "--json"], smallWorkspace(), api.url).result;
  const events = out
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).event as string);
  expect([events[0], events.at(-1)]).toEqual(["run", "done"]);
});

it("what stays open leaves exit status 1", async () => {
  const api = await startFakeApi(smallModel({ Overview: "The service answers FR-1." }));
  const { status, out } = await start(["generate", "E01-F01"], smallWorkspace(), api.url).result;
  expect(status).toBe(1);
  expect(out).toContain("open");
});

let known: ReturnType<typeof run> | undefined;

/** What a run comes to that nobody kills; it is the same for every test. */
function undisturbed(): ReturnType<typeof run> {
  known ??= run();
  return known;
}

async function run() {
  const root = smallWorkspace();
  const { answered, url } = await startFakeApi(smallModel());
  await start(["generate", "E01-F01"], root, url).result;
  return { documents: outputsOf(root, KEYS), answered };
}

describe("killed at any call", () => {
  it.each([1, 2, 3, 4, 5])("at call %i: --resume comes to the same documents, and repeats no answer", async (call) => {
    const { documents, answered } = await undisturbed();
    const root = smallWorkspace();
    let child: Child | undefined;
    const kill: Fault = { kind: "act", act: () => child?.kill("SIGKILL") };
    const api = await startFakeApi(smallModel(), (count) => (count === call ? kill : undefined));
    child = start(["generate", "E01-F01"], root, api.url);
    expect((await child.result).status).toBeNull();
    const resumed = await start(["generate", "--resume"], root, api.url).result;
    expect(resumed, resumed.err).toMatchObject({ status: 0 });
    expect(outputsOf(root, KEYS)).toEqual(documents);
    // Only the call that was killed is asked for a second time.
    expect(api.requests).toHaveLength(6);
    expect(new Set(api.answered)).toEqual(new Set(answered));
  });

  it("Ctrl-C ends it with its journal intact", async () => {
    const root = smallWorkspace();
    let child: Child | undefined;
    const api = await startFakeApi(smallModel(), (count) => (count === 3 ? { kind: "act", act: () => child?.kill("SIGINT") } : undefined));
    child = start(["generate", "E01-F01"], root, api.url);
    const { status, err } = await child.result;
    expect(status).toBe(1);
    expect(err).toContain("--resume");
    expect(runCli(["runs", "list"], root).out).toMatch(/open +[2-4] calls/);
  });
});
