import { expect, it } from "vitest";
import { startFakeApi } from "./fake/api.ts";
import { createModel } from "./fake/model.ts";
import { EXAMPLES, outputsOf, runAgainst, workspaceWith } from "./fake/run.ts";

it.each(EXAMPLES)("$feature goes from its PRD to two documents without a finding", async (key) => {
  const api = await startFakeApi(createModel([key]));
  const root = workspaceWith([key]);
  const { results, ledger, events } = await runAgainst(api.url, root, { keys: [key] });
  for (const e of events) if (e.event !== "call") console.log(JSON.stringify(e).slice(0, 400));
  console.log(api.requests.length, ledger.usd, ledger.cacheShare);
  expect(results).toMatchObject([{ finished: true, open: [] }]);
  for (const text of outputsOf(root, key)) expect(text).toContain("status: complete");
});
