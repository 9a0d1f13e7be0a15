import { expect, it } from "vitest";
import type { RunEvent } from "../../src/agents/events.ts";
import { createProgress } from "../../src/cli/generate/progress.ts";

const features = ["E01-shop/E01-F01-parcels", "E01-shop/E01-F02-lockers", "E01-shop/E01-F03-returns"];
const tokens = { input: 0, cacheWrite: 0, cacheRead: 0, output: 0 };
const run: RunEvent = { event: "run", run: "r", model: "m", features, resumed: false };
const began = (feature: string): RunEvent => ({ event: "feature", feature, write: 10, keep: 0 });
const wrote: RunEvent = {
  ...{ event: "section", feature: features[0] ?? "", document: "architecture", section: "Overview" },
  ...{ result: "written", repairs: 0, problems: [] },
};
const call: RunEvent = { event: "call", step: `${features[0]} architecture: Data Flow 0123456789abcdef`, reused: false, tokens, usd: 0.5 };

it.each<[string, RunEvent[], string]>([
  ["nothing is known yet", [run], "0/3 features, 0/0 sections, $0.00  "],
  ["one section is no pace", [run, ...features.map(began), call, wrote], "0/3 features, 1/30 sections, $0.50  Data Flow"],
  // 5 sections in 50 s, 25 to go.
  [
    "all features have begun",
    [run, ...features.map(began), call, wrote, wrote, wrote, wrote, wrote],
    "0/3 features, 5/30 sections, $0.50, about 4 min left  Data Flow",
  ],
  // 5 sections in 50 s, 5 to go here and 20 in the features to come.
  [
    "features to come count as much as the one that has begun",
    [run, began(features[0] ?? ""), call, wrote, wrote, wrote, wrote, wrote],
    "0/3 features, 5/10 sections, $0.50, about 4 min left  Data Flow",
  ],
])("%s", (_, events, line) => {
  const progress = createProgress(0);
  for (const event of events) progress.see(event);
  expect(progress.line(50_000)).toBe(line);
});
