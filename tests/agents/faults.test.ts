import { describe, expect, it } from "vitest";
import { readRun } from "../../src/agents/journal/runs.ts";
import { openWorkspace } from "../../src/core.ts";
import { startFakeApi } from "./fake/api.ts";
import { FAULTS } from "./fake/faults.ts";
import { outputsOf, PATIENCE, runAgainst } from "./fake/run.ts";
import { KEY, smallModel, smallWorkspace } from "./fake/small.ts";

/** The calls of a run in which nothing goes wrong: three sections, one repair, one review. */
const CALLS = 5;
const calls = Array.from({ length: CALLS }, (_, index) => index + 1);

let known: ReturnType<typeof run> | undefined;

/** What a run comes to in which nothing goes wrong; it is the same for every test. */
function undisturbed(): ReturnType<typeof run> {
  known ??= run();
  return known;
}

async function run() {
  const api = await startFakeApi(smallModel());
  const root = smallWorkspace();
  const { results } = await runAgainst(api.url, root, { keys: [KEY] });
  expect(results).toMatchObject([{ finished: true, open: [] }]);
  expect(api.answered).toHaveLength(CALLS);
  return { documents: outputsOf(root, KEY), answered: api.answered };
}

describe("a call that fails is repeated, and the documents are the same", () => {
  it.each(FAULTS)("%s, at every call in turn", async (_name, fault) => {
    const { documents, answered } = await undisturbed();
    for (const call of calls) {
      const api = await startFakeApi(smallModel(), (count) => (count === call ? fault : undefined));
      const root = smallWorkspace();
      const { results, ledger } = await runAgainst(api.url, root, { keys: [KEY] });
      expect(results).toMatchObject([{ finished: true }]);
      expect(outputsOf(root, KEY)).toEqual(documents);
      expect(api.answered).toEqual(answered);
      expect(api.requests).toHaveLength(CALLS + 1);
      // What an attempt used before it broke off is paid for, and counted.
      expect(ledger).toMatchObject({ calls: CALLS, failed: fault.kind === "status" ? 0 : 1 });
    }
  });
});

describe("a run that was broken off goes on", () => {
  it.each(calls)("at call %i, without a second call for what was answered, to the same documents", async (call) => {
    const { documents, answered } = await undisturbed();
    const end = new AbortController();
    const api = await startFakeApi(smallModel(), (count) => (count === call ? { kind: "act", act: () => end.abort() } : undefined));
    const root = smallWorkspace();
    const { stopped, run: id } = await runAgainst(api.url, root, { keys: [KEY], signal: end.signal });
    expect(stopped).toMatchObject({ code: "interrupted" });
    const recorded = readRun(openWorkspace(root), id).records.filter(({ type }) => type === "call").length;
    expect(recorded).toBe(call - 1);
    const before = api.requests.length;
    const { results, ledger } = await runAgainst(api.url, root, { keys: [KEY], resume: id });
    expect(results).toMatchObject([{ finished: true }]);
    expect(outputsOf(root, KEY)).toEqual(documents);
    expect(api.requests.length - before).toBe(CALLS - recorded);
    expect(new Set(api.answered)).toEqual(new Set(answered));
    expect(ledger.calls).toBe(CALLS);
  });
});

it("gives up after some attempts, and says how to go on", async () => {
  const api = await startFakeApi(smallModel(), () => ({ kind: "status", status: 529, type: "overloaded_error" }));
  const { stopped } = await runAgainst(api.url, smallWorkspace(), { keys: [KEY] });
  expect(stopped).toMatchObject({ code: "api-unavailable", advice: expect.stringContaining("--resume") });
  expect(api.requests).toHaveLength(PATIENCE.attempts);
});

it.each([
  [400, "invalid_request_error", "api-request"],
  [413, "request_too_large", "api-too-large"],
] as const)("does not repeat what is refused with %i", async (status, type, code) => {
  const api = await startFakeApi(smallModel(), () => ({ kind: "status", status, type }));
  const { stopped } = await runAgainst(api.url, smallWorkspace(), { keys: [KEY] });
  expect(stopped).toMatchObject({ code });
  expect(api.requests).toHaveLength(1);
});

it("a key that is taken away in mid-run ends it, and a resumed run repeats nothing", async () => {
  const root = smallWorkspace();
  const api = await startFakeApi(smallModel(), (call) =>
    call === 3 ? { kind: "status", status: 401, type: "authentication_error" } : undefined,
  );
  const { stopped, run: id } = await runAgainst(api.url, root, { keys: [KEY] });
  expect(stopped).toMatchObject({ code: "api-key", advice: expect.stringMatching(/ANTHROPIC_API_KEY[\s\S]*--resume/) });
  const { results } = await runAgainst(api.url, root, { keys: [KEY], resume: id });
  expect(results).toMatchObject([{ finished: true }]);
  expect(api.answered).toEqual((await undisturbed()).answered);
});
