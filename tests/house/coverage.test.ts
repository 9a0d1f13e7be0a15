import { describe, expect, it } from "vitest";
import { findGaps } from "../../scripts/eval-coverage/evaluate.ts";
import { readExisting } from "../../scripts/eval-coverage/existing.ts";
import { SOURCES } from "../../scripts/eval-coverage/items/index.ts";
import type { Target } from "../../scripts/eval-coverage/types.ts";

const existing = await readExisting();

describe("what an item names is looked up where it lives", () => {
  it.each<[Target, Target]>([
    ["pattern circuit-breaker", "pattern circuit-braker"],
    ["check line-count", "check line-counts"],
    ["check pattern-unlisted", "check pattern-listed"],
    ["template prd", "template press-release"],
    ["template prd > Integrations", "template prd > Marketing"],
    ["template architecture-doc > Component Details > Purpose", "template architecture-doc > Component Details > Colour"],
    ["template api-spec-doc > Pagination > Parameters", "template api-spec-doc > Parameters > Pagination"],
    ["template architecture-doc > External Integrations > Fallback", "template architecture-doc > Internal Integrations > Fallback"],
    ["step apply-patterns", "step forget-patterns"],
    ["command patterns check", "command patterns cook"],
    ["tool next_step", "tool last_step"],
    ["pattern retry: full jitter; Retry-After", "pattern retry: full jitter; telegrams"],
    ["page README: ## For Engineers", "page README: ## For Astronauts"],
    ["check pattern-sections: Best Practices", "check pattern-sections: Worst Practices"],
    ["command patterns evolve: with the way to the new one", "command patterns evolve: with a song"],
  ])("%s is there, %s is not", (there, absent) => {
    expect([existing.has(there), existing.has(absent)]).toEqual([true, false]);
  });
});

it("an item with a target that does not exist is a gap", () => {
  const items = [
    ["Length", "check line-count"],
    ["Smell", "check line-count", "check smell"],
  ] as const;
  expect(findGaps([{ title: "T", about: "a", subjects: [{ title: "S", items }] }], existing)).toEqual([
    { item: "S: Smell", missing: ["check smell"] },
  ]);
});

it("everything that is asked for is served, in the words that are named", () => {
  expect(findGaps(SOURCES, existing)).toEqual([]);
});

it("an item of the catalogues and of services names the words that serve it, so that no neighbour stands in for them", () => {
  const [, , , , services] = SOURCES;
  const wordless = (services?.subjects ?? []).flatMap(({ items }) =>
    items.filter(([, ...by]) => !by.some((target) => target.includes(": "))).map(([name]) => name),
  );
  expect(wordless).toEqual([]);
});

it("no item is named twice in one part", () => {
  for (const { title, items } of SOURCES.flatMap(({ subjects }) => subjects)) {
    const names = items.map(([name]) => name);
    expect(names, title).toEqual([...new Set(names)]);
  }
});
