import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { startFakeApi } from "./fake/api.ts";
import { outputsOf, runAgainst } from "./fake/run.ts";
import { KEY, SECOND, smallModel, twoFeatures } from "./fake/small.ts";

const keys = [KEY, SECOND];

describe("many features, call by call", () => {
  it("are written side by side, each with its own requests", async () => {
    const root = twoFeatures();
    const api = await startFakeApi(smallModel());
    const { results, ledger } = await runAgainst(api.url, root, { keys, concurrency: 2 });
    expect(results).toMatchObject([
      { key: KEY, finished: true },
      { key: SECOND, finished: true },
    ]);
    expect(ledger.calls).toBe(10);
    const features = api.requests.map(({ system }) => (JSON.stringify(system).includes("# Parcel lockers") ? "lockers" : "tracking"));
    // Neither waits for the other to be through.
    expect(features.lastIndexOf("tracking")).toBeGreaterThan(features.indexOf("lockers"));
    for (const key of keys) for (const text of outputsOf(root, key)) expect(text).toContain("status: complete");
  });

  it("share what is cached: the rules are written to the cache once for each role", async () => {
    const api = await startFakeApi(smallModel());
    await runAgainst(api.url, twoFeatures(), { keys, concurrency: 1 });
    const rules = api.requests.map(({ system, tools }) => JSON.stringify([Array.isArray(system) && system[0], tools]));
    expect(new Set(rules).size).toBe(3);
  });

  it("slow down when the API says that calls are too many, and come to the same documents", async () => {
    const [quiet, limited] = [twoFeatures(), twoFeatures()];
    await runAgainst((await startFakeApi(smallModel())).url, quiet, { keys, concurrency: 2 });
    const tooMany = { kind: "status", status: 429, type: "rate_limit_error", headers: { "retry-after": "0.01" } } as const;
    const api = await startFakeApi(smallModel(), (call) => (call <= 3 ? tooMany : undefined));
    const { results } = await runAgainst(api.url, limited, { keys, concurrency: 2 });
    expect(results.every(({ finished }) => finished)).toBe(true);
    for (const key of keys) expect(outputsOf(limited, key)).toEqual(outputsOf(quiet, key));
    expect(new Set(api.answered).size).toBe(10);
  });

  it("go on where one of them has no PRD, which is told", async () => {
    const root = twoFeatures();
    rmSync(join(root, "docs/plan", KEY.epic, KEY.feature, "prd.md"));
    const api = await startFakeApi(smallModel());
    const { results } = await runAgainst(api.url, root, { keys });
    expect(results).toMatchObject([
      { finished: false, open: [expect.stringContaining("has no PRD that can be read")] },
      { finished: true, open: [] },
    ]);
  });
});
