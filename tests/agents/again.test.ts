import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { beginJournal, resumeJournal } from "../../src/agents/journal/journal.ts";
import { lockFeature } from "../../src/agents/journal/lock.ts";
import { latestUnfinished, listRuns, readRun } from "../../src/agents/journal/runs.ts";
import { formatKey, openWorkspace, sectionStates } from "../../src/core.ts";
import { reviewIn } from "../support/example.ts";
import { startFakeApi } from "./fake/api.ts";
import { outputsOf, runAgainst } from "./fake/run.ts";
import type { FakeApi } from "./fake/server.ts";
import { BODIES, FOLDER, KEY, smallModel, smallWorkspace } from "./fake/small.ts";

const path = (root: string, file: string) => join(root, FOLDER, file);

function edit(root: string, file: string, from: string, to: string): void {
  const text = readFileSync(path(root, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(path(root, file), text.replace(from, to));
}

async function generated(): Promise<{ root: string; api: FakeApi; run: string }> {
  const root = smallWorkspace();
  const api = await startFakeApi(smallModel());
  const { run } = await runAgainst(api.url, root, { keys: [KEY] });
  api.requests.length = 0;
  return { root, api, run };
}

const asked = ({ requests }: FakeApi) =>
  requests
    .flatMap(({ messages }) => /section "(.+?)"/.exec(String(messages[0]?.content))?.[1] ?? [])
    .filter((name, index, all) => all.indexOf(name) === index);

describe("a second run", () => {
  it("asks for nothing where nothing has changed", async () => {
    const { root, api } = await generated();
    const before = outputsOf(root, KEY);
    const { results, ledger } = await runAgainst(api.url, root, { keys: [KEY] });
    expect(results).toMatchObject([{ finished: true }]);
    expect({ calls: ledger.calls, usd: ledger.usd }).toEqual({ calls: 0, usd: 0 });
    expect(outputsOf(root, KEY)).toEqual(before);
  });

  it("writes again what mentions a requirement that has changed, and only that", async () => {
    const { root, api } = await generated();
    edit(root, "prd.md", "by its tracking number", "by its tracking number or its order");
    expect(sectionStates(reviewIn(root, KEY)).filter(({ stale }) => stale)).toEqual([
      { document: "architecture", section: "Overview", edited: false, stale: true },
    ]);
    const { results } = await runAgainst(api.url, root, { keys: [KEY] });
    expect(results).toMatchObject([{ finished: true }]);
    expect(asked(api)).toEqual(["Overview"]);
    expect(sectionStates(reviewIn(root, KEY)).some(({ stale }) => stale)).toBe(false);
  });

  it("leaves byte for byte what a person has changed, also where it is stale", async () => {
    const { root, api } = await generated();
    const byHand = `${BODIES.Overview} Written by hand.`;
    edit(root, "02-architecture.md", BODIES.Overview ?? "", byHand);
    edit(root, "prd.md", "by its tracking number", "by its tracking number or its order");
    const { events } = await runAgainst(api.url, root, { keys: [KEY] });
    expect(asked(api)).toEqual([]);
    expect(events).toContainEqual(expect.objectContaining({ section: "Overview", result: "yours" }));
    expect(outputsOf(root, KEY)[0]).toContain(byHand);
  });

  it("writes over it where --rewrite names it", async () => {
    const { root, api } = await generated();
    edit(root, "02-architecture.md", BODIES.Overview ?? "", "By hand: FR-1, FR-2, NFR-1.");
    await runAgainst(api.url, root, { keys: [KEY], rewrite: ["Overview"] });
    expect(asked(api)).toEqual(["Overview"]);
    expect(outputsOf(root, KEY)[0]).toContain(BODIES.Overview);
  });
});

it("a person who changes a section while it is written keeps it", async () => {
  const root = smallWorkspace();
  const api = await startFakeApi(smallModel(), (call) =>
    call === 2
      ? { kind: "act", act: () => edit(root, "02-architecture.md", BODIES.Overview ?? "", "By hand: FR-1, FR-2, NFR-1.") }
      : undefined,
  );
  const { events } = await runAgainst(api.url, root, { keys: [KEY] });
  expect(events).toContainEqual(expect.objectContaining({ section: "Overview", result: "yours" }));
  expect(outputsOf(root, KEY)[0]).toContain("By hand: FR-1, FR-2, NFR-1.");
});

describe("the journal", () => {
  const cases: [string, (text: string) => string, string | undefined][] = [
    ["a last line that was torn", (text) => `${text}{"type":"call","hash":"12`, undefined],
    ["a newer version", (text) => text.replace('"version":1', '"version":9'), "unexpected version 9 of the journal"],
    ["a line that something else has written", (text) => text.replace("\n", "\nhello\n"), "unexpected text in"],
  ];

  it.each(cases)("%s", async (_name, change, message) => {
    const { root, run } = await generated();
    const file = join(root, ".groundplan/runs", run, "journal.jsonl");
    writeFileSync(file, change(readFileSync(file, "utf8")));
    const read = () => readRun(openWorkspace(root), run);
    if (message === undefined) expect(read().ledger.calls).toBe(5);
    else expect(read).toThrow(message);
  });

  it("is appended to after a torn line, and reads on", async () => {
    const { root, api, run } = await generated();
    const file = join(root, ".groundplan/runs", run, "journal.jsonl");
    writeFileSync(file, `${readFileSync(file, "utf8")}{"type":"ca`);
    await runAgainst(api.url, root, { keys: [KEY], resume: run });
    expect(readRun(openWorkspace(root), run)).toMatchObject({ state: "finished", ledger: { calls: 5 } });
    expect(listRuns(openWorkspace(root))).toHaveLength(1);
  });

  it("is ignored by git", async () => {
    const { root } = await generated();
    expect(readFileSync(join(root, ".groundplan/.gitignore"), "utf8")).toBe("*\n");
  });
});

it("--resume goes on with the latest run that did something, not with one that was refused after it", async () => {
  const root = smallWorkspace();
  const end = new AbortController();
  const api = await startFakeApi(smallModel(), (call) => (call === 2 ? { kind: "act", act: () => end.abort() } : undefined));
  const { run } = await runAgainst(api.url, root, { keys: [KEY], signal: end.signal });
  const refused = { id: "2099-01-01T00-00-00-abcd", started: "", groundplan: "0.0.0", model: "m", features: [formatKey(KEY)] };
  beginJournal(openWorkspace(root), refused).close();
  expect(latestUnfinished(openWorkspace(root), [formatKey(KEY)])?.header.id).toBe(run);
});

describe("what a run cannot begin with", () => {
  it("a feature that another run is writing: it says which", async () => {
    const root = smallWorkspace();
    const api = await startFakeApi(smallModel());
    const other = beginJournal(openWorkspace(root), {
      id: "2026-11-21T08-00-00-abcd",
      started: "",
      groundplan: "0.0.0",
      model: "m",
      features: [],
    });
    const release = lockFeature(openWorkspace(root), KEY, other.header.id);
    await expect(runAgainst(api.url, root, { keys: [KEY] })).rejects.toMatchObject({
      code: "running",
      message: expect.stringContaining(other.header.id),
    });
    release();
    other.close();
    expect(api.requests).toHaveLength(0);
  });

  it("a run that another process goes on with: its journal keeps one writer", async () => {
    const { root, api, run } = await generated();
    const going = resumeJournal(openWorkspace(root), run, "");
    const before = readRun(openWorkspace(root), run).records;
    await expect(runAgainst(api.url, root, { keys: [KEY], resume: run })).rejects.toMatchObject({
      code: "running",
      message: expect.stringContaining(`process ${process.pid}`),
    });
    expect(readRun(openWorkspace(root), run).records).toEqual(before);
    going.close();
    expect(await runAgainst(api.url, root, { keys: [KEY], resume: run })).toMatchObject({ results: [{ finished: true }] });
  });

  it("a PRD that is not there: nothing is asked or written", async () => {
    const root = smallWorkspace();
    rmSync(path(root, "prd.md"));
    const api = await startFakeApi(smallModel());
    await expect(runAgainst(api.url, root, { keys: [KEY] })).rejects.toMatchObject({ code: "no-prd" });
    expect(api.requests).toHaveLength(0);
    expect(existsSync(path(root, "02-architecture.md"))).toBe(false);
  });

  it.each([
    ["a budget of nothing", { maxUsd: 0 }, "budget"],
    ["a model that is not in the live list", { model: "claude-opus-5-6" }, "price"],
    ["a model that is misspelt", { model: "claude-opus-5-6", maxTokens: 1_000_000 }, "model"],
    ["a model that is retired", { model: "claude-opus-3", maxTokens: 1_000_000 }, "model"],
  ])("%s", async (_name, options, code) => {
    const root = smallWorkspace();
    const api = await startFakeApi(smallModel());
    await expect(runAgainst(api.url, root, { keys: [KEY], ...options })).rejects.toMatchObject({ code });
    expect(existsSync(join(root, ".groundplan"))).toBe(false);
  });
});

it("a deprecated model writes, and its end is told", async () => {
  const api = await startFakeApi(smallModel());
  const { results, events } = await runAgainst(api.url, smallWorkspace(), {
    ...{ keys: [KEY], model: "claude-sonnet-4-5", maxTokens: 1_000_000 },
  });
  expect(results).toMatchObject([{ finished: true }]);
  expect(events).toContainEqual({ event: "notice", text: "The model claude-sonnet-4-5 is deprecated and ends on 2026-11-30." });
});

describe("the budget", () => {
  it("stops before the call that it does not cover, and a run with more goes on", async () => {
    const root = smallWorkspace();
    const api = await startFakeApi(smallModel());
    const { stopped, ledger, run } = await runAgainst(api.url, root, { keys: [KEY], maxUsd: 0.335 });
    expect(stopped).toMatchObject({ code: "budget" });
    expect(ledger.usd).toBeLessThan(0.335);
    const { results } = await runAgainst(api.url, root, { keys: [KEY], resume: run, maxUsd: 3 });
    expect(results).toMatchObject([{ finished: true }]);
    expect(new Set(api.answered).size).toBe(api.answered.length);
  });
});

it("the prefix is the same to the byte for every section of a document, and read from the cache", async () => {
  const root = smallWorkspace();
  const api = await startFakeApi(smallModel());
  const { ledger } = await runAgainst(api.url, root, { keys: [KEY] });
  const architecture = api.requests.filter(({ messages }) => String(messages[0]?.content).includes("document architecture"));
  expect(new Set(architecture.map(({ system, tools }) => JSON.stringify([system, tools]))).size).toBe(1);
  expect(architecture.length).toBe(3);
  const rows = ledger.rows.map(({ tokens }) => tokens.cacheRead > 0);
  // The first section of either document and the review write a prefix of their own.
  expect(rows).toEqual([true, true, false, false]);
});
