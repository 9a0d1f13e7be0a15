import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { startFakeApi } from "./fake/api.ts";
import { outputsOf, runAgainst } from "./fake/run.ts";
import { FOLDER, KEY, smallModel, smallWorkspace } from "./fake/small.ts";

const REVIEW = "review";

/** Breaks a run off at its fourth call: Overview and Decisions stand, the rules of security do not. */
async function brokenOff() {
  const root = smallWorkspace();
  const end = new AbortController();
  const api = await startFakeApi(smallModel(), (call) => (call === 4 ? { kind: "act", act: () => end.abort() } : undefined));
  const { stopped, run } = await runAgainst(api.url, root, { keys: [KEY], signal: end.signal });
  expect(stopped).toMatchObject({ code: "interrupted" });
  api.requests.length = 0;
  return { root, api, run };
}

const CHANGES: [string, string, string, string[]][] = [
  [
    "a requirement that one section mentions",
    "by its tracking number",
    "by its tracking number or its order",
    ["Overview", "Security Notes"],
  ],
  ["one that all sections mention", "report a new state", "report or take back a state", ["Overview", "Decisions", "Security Notes"]],
  ["prose that states no fact", "Support answers each of them by hand.", "They call us now.", ["Security Notes"]],
];

it.each(CHANGES)("--resume after the PRD has changed in %s", async (_name, from, to, sections) => {
  const { root, api, run } = await brokenOff();
  const path = join(root, FOLDER, "prd.md");
  const prd = readFileSync(path, "utf8");
  expect(prd).toContain(from);
  writeFileSync(path, prd.replace(from, to));
  const { results } = await runAgainst(api.url, root, { keys: [KEY], resume: run });
  expect(results).toMatchObject([{ finished: true, open: [] }]);
  const asked = api.requests.map(({ messages }) => /section "(.+?)"/.exec(String(messages[0]?.content))?.[1] ?? REVIEW);
  expect([...new Set(asked)]).toEqual([...sections, REVIEW]);
  // Whatever is asked for is asked with the PRD as it stands now.
  for (const { system } of api.requests) expect(JSON.stringify(system)).toContain(to);
  expect(outputsOf(root, KEY)[0]).toContain("status: complete");
});
