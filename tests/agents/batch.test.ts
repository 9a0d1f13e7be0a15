import { expect, it } from "vitest";
import { readRun } from "../../src/agents/journal/runs.ts";
import { openWorkspace } from "../../src/core.ts";
import { startFakeApi } from "./fake/api.ts";
import { outputsOf, runAgainst } from "./fake/run.ts";
import { KEY, SECOND, smallModel, twoFeatures } from "./fake/small.ts";

const keys = [KEY, SECOND];

it("many features go in waves: the sections of 02, those of 04, with the repairs between, and the reviews", async () => {
  const root = twoFeatures();
  const api = await startFakeApi(smallModel());
  const { results, ledger, events } = await runAgainst(api.url, root, { keys, batch: true });
  expect(results).toMatchObject([{ finished: true }, { finished: true }]);
  const waves = events.flatMap((event) => (event.event === "batch" ? [event.requests] : []));
  expect(waves).toEqual([4, 2, 2, 2]);
  expect(api.requests).toHaveLength(0);
  expect(api.answered).toHaveLength(10);
  for (const key of keys) for (const text of outputsOf(root, key)) expect(text).toContain("status: complete");
  // Half the price of the same tokens, one call after the other.
  const { input, cacheWrite, cacheRead, output } = ledger.tokens;
  expect(ledger.usd).toBeCloseTo((input * 4 + cacheWrite * 5 + cacheRead * 0.2 + output * 20) / 2e6, 9);
});

it.each([1, 2, 3, 4])("broken off after batch %i was sent, the run finds it again", async (wave) => {
  const root = twoFeatures();
  const end = new AbortController();
  const api = await startFakeApi(smallModel());
  const notify = (event: { event: string }) => {
    if (event.event === "batch" && api.batches.held.length === wave) end.abort();
  };
  const { stopped, run } = await runAgainst(api.url, root, { keys, batch: true, signal: end.signal, notify });
  expect(stopped).toMatchObject({ code: "interrupted" });
  const { results } = await runAgainst(api.url, root, { keys, batch: true, resume: run });
  expect(results).toMatchObject([{ finished: true }, { finished: true }]);
  expect(api.batches.held).toHaveLength(4);
  expect(new Set(api.answered).size).toBe(api.answered.length);
});

it("a batch whose id was never recorded is adopted, not sent a second time", async () => {
  const root = twoFeatures();
  const end = new AbortController();
  const api = await startFakeApi(smallModel());
  // The answer to the POST is lost, and the run ends before it is repeated.
  api.batches.loseNext(() => end.abort());
  const { stopped, run } = await runAgainst(api.url, root, { keys, batch: true, signal: end.signal });
  expect(stopped).toMatchObject({ code: "interrupted" });
  const types = readRun(openWorkspace(root), run).records.map(({ type }) => type);
  expect([types.includes("batch-intent"), types.includes("batch")]).toEqual([true, false]);
  const { results, events } = await runAgainst(api.url, root, { keys, batch: true, resume: run });
  expect(results).toMatchObject([{ finished: true }, { finished: true }]);
  expect(events).toContainEqual(expect.objectContaining({ event: "batch", requests: 4, adopted: true }));
  expect(api.batches.held).toHaveLength(4);
});
