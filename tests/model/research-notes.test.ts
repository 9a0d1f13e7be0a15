import { describe, expect, it } from "vitest";
import { factsFor } from "../../src/guide/facts.ts";
import { reviewChanged } from "../support/mutate.ts";

/** The worked example whose research report goes on with these sections. */
const reported = (text: string) => reviewChanged({ research: (before) => `${before.trimEnd()}\n\n${text}\n` }).model;

describe("what a research report says beside the sections of the template", () => {
  it.each<[string, string, Record<string, string[]>]>([
    [
      "a list",
      "## Known Issues\n\n- Refunds of zero are booked\n- The ledger is slow",
      { defects: ["Refunds of zero are booked", "The ledger is slow"] },
    ],
    ["a table", "## 7. Technical Debt\n\n| Where | What |\n| --- | --- |\n| Ledger | No index |", { defects: ["Ledger | No index"] }],
    ["prose", "## Recommended Approach\n\nCall the ledger once.", { recommendations: ["Call the ledger once."] }],
    ["labels", "## Constraints\n\n**Memory**: 512 MB at most", { constraints: ["Memory: 512 MB at most"] }],
    ["its subsections", "## Recommendations\n\n### For the ledger\n\n- Add an index", { recommendations: ["Add an index"] }],
    ["other words for decisions", "## Decisions Pending\n\n- Which ledger is called", { openDecisions: ["Which ledger is called"] }],
    ["German", "## Offene Entscheidungen\n\n- Welches Hauptbuch gilt", { openDecisions: ["Welches Hauptbuch gilt"] }],
    ["Japanese", "## 既知の不具合\n\n- 返金が二重になる", { defects: ["返金が二重になる"] }],
    ["a heading that nothing is known of", "## Weather\n\n- It rains", {}],
  ])("%s", (_, text, expected) => {
    const { notes } = reported(text).research;
    const found = Object.entries(notes).flatMap(([kind, all]) =>
      all.length > 0 ? [[kind, all.map(({ text: said }: { text: string }) => said)]] : [],
    );
    expect(Object.fromEntries(found)).toEqual(expected);
  });

  it("the brief of a section shows what concerns it", () => {
    const model = reported(
      "## Known Issues\n\n- The ledger is slow\n\n## Open Decisions\n\n- Which ledger is called\n\n## Recommendations\n\n- Add an index",
    );
    const shown = (facts: string) => factsFor(model, [facts]).map(({ label, items }) => `${label}: ${items.join()}`);
    expect(shown("risks")).toContain("known defects: The ledger is slow");
    expect(shown("open-questions")).toContain("open decisions: Which ledger is called");
    expect(shown("decisions")).toContain("recommendations: Add an index");
  });
});
