import { expect, it } from "vitest";
import { makeWorkspace } from "../support/workspace.ts";
import { startFakeApi } from "./fake/api.ts";
import { createModel } from "./fake/model.ts";
import { copyInputs, EXAMPLES, outputsOf, runAgainst } from "./fake/run.ts";

it.each(EXAMPLES)("$feature goes from its PRD to two documents without a finding, for what the cache makes of it", async (key) => {
  const api = await startFakeApi(createModel([key]));
  const root = makeWorkspace();
  copyInputs(root, [key]);
  const { results, ledger, events } = await runAgainst(api.url, root, { keys: [key] });
  expect(results).toMatchObject([{ finished: true, open: [] }]);
  // Too long, broken Mermaid, a requirement forgotten, code, a heading of its own: each was told and mended.
  const repaired = events.flatMap((event) =>
    event.event === "section" && event.result === "written" && event.repairs > 0 ? [event.section] : [],
  );
  expect(repaired).toEqual(expect.arrayContaining(["Requirements Coverage"]));
  expect(events).toContainEqual(expect.objectContaining({ event: "review", objections: 1, unsupported: 1 }));
  // What the notes on prices expect of caching: most of every prompt but the first is read from it.
  expect(ledger.cacheShare).toBeGreaterThan(0.7);
  for (const text of outputsOf(root, key)) expect(text).toContain("status: complete");
});
