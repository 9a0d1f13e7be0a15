import { describe, expect, it } from "vitest";
import { applyEdits, fixFeature, numberRequirements, review } from "../../src/core.ts";
import { type Change, changedExample, context, reviewChanged, workspace } from "../support/mutate.ts";
import { all, windows } from "./fixing.ts";

const bare: Change = (text) => text.replace(/^- \*\*N?FR-\d+\*\*: /gm, "- ");
const section =
  (body: string): Change =>
  (text) =>
    text.replace(/## Functional Requirements[\s\S]*?(?=## Integrations)/, () => `${body}\n\n`);

describe("a PRD without ids gets them", () => {
  it("on the worked example: what is cited is traced again, and nothing else changes", () => {
    const feature = changedExample({ prd: bare });
    const { feature: fixed, findings, rounds } = fixFeature(workspace, feature, context, numberRequirements);
    const original = changedExample({}).documents.prd?.markdown.text ?? "";
    expect(fixed.documents.prd?.markdown.text).toBe(original.replace(/\*\*(N?FR-\d+)\*\*/g, "$1"));
    expect(findings).toEqual([]);
    expect(rounds).toHaveLength(1);
    expect(numberRequirements(review(fixed, context))).toEqual([]);
  });

  it.each([
    [
      "a numbered list that runs on under several headings",
      "## Functional Requirements\n\n### Asking\n\n1. Ask.\n2. Ask again.\n\n### Telling\n\n3. Tell.",
      "## Functional Requirements\n\n### Asking\n\n1. FR-1: Ask.\n2. FR-2: Ask again.\n\n### Telling\n\n3. FR-3: Tell.",
    ],
    [
      "a task list, and qualities",
      "## Requirements\n\n- [ ] Ask.\n- [x] Tell\n  all.\n\n## Non-Functional Requirements\n\n* Fast.\n* Small.",
      "## Requirements\n\n- [ ] FR-1: Ask.\n- [x] FR-2: Tell\n  all.\n\n## Non-Functional Requirements\n\n* NFR-1: Fast.\n* NFR-2: Small.",
    ],
    [
      "labels, in lists and in paragraphs",
      "## Functional Requirements\n\n- **Ask**: once\n- **Tell**: `all`\n\n## Non-Functional Requirements\n\n**Fast**: 1 s\n**Small:** 1 MB",
      "## Functional Requirements\n\n- **FR-1: Ask**: once\n- **FR-2: Tell**: `all`\n\n## Non-Functional Requirements\n\n**NFR-1: Fast**: 1 s\n**NFR-2: Small:** 1 MB",
    ],
    [
      "headings",
      "## Requirements\n\n### Requirement: Ask\n\nOnce.\n\n### Requirement: Tell\n\nAll.",
      "## Requirements\n\n### FR-1: Requirement: Ask\n\nOnce.\n\n### FR-2: Requirement: Tell\n\nAll.",
    ],
    [
      "a table",
      "## Functional Requirements\n\n| Requirement | Priority |\n|---|---|\n| Ask once | high |\n| Tell all | low |",
      "## Functional Requirements\n\n| Requirement | Priority |\n|---|---|\n| FR-1: Ask once | high |\n| FR-2: Tell all | low |",
    ],
    [
      "a table with a column that counts",
      "## Functional Requirements\n\n| # | Text |\n|---|---|\n| 1 | Ask |\n| 2 | Tell |",
      "## Functional Requirements\n\n| # | Text |\n|---|---|\n| 1 | FR-1: Ask |\n| 2 | FR-2: Tell |",
    ],
    [
      "those beside others with ids, behind the highest",
      "## Functional Requirements\n\n- **FR-7**: Ask.\n- Tell.\n- **FR-2**: Wait.\n\n## Non-Functional Requirements\n\n- Fast.",
      "## Functional Requirements\n\n- **FR-7**: Ask.\n- FR-8: Tell.\n- **FR-2**: Wait.\n\n## Non-Functional Requirements\n\n- NFR-1: Fast.",
    ],
    [
      "stories, where nothing else is stated",
      "## User Stories\n\n- As an agent, I ask.\n- As a customer, I wait.",
      "## User Stories\n\n- US-1: As an agent, I ask.\n- US-2: As a customer, I wait.",
    ],
  ])("%s", (_, before, after) => {
    for (const ending of [(text: string) => text, windows]) {
      const { model } = reviewChanged({ prd: all(section(before), ending) });
      const text = model.documents.prd?.markdown.text ?? "";
      const edits = numberRequirements({ model, findings: [], checklist: [], suppressed: 0, baselined: 0, stale: [], failed: [] });
      expect(applyEdits(text, edits)).toBe(text.replace(ending(before), () => ending(after)));
    }
  });
});

describe("no id is written", () => {
  it.each([
    [
      "where nothing is required",
      (text: string) => text.replace(/## Functional Requirements[\s\S]*/, "## Functional Requirements\n\nNone.\n"),
    ],
  ])("%s", (_, change) => {
    expect(numberRequirements(reviewChanged({ prd: change }))).toEqual([]);
  });

  it("by the other fixes", () => {
    const feature = changedExample({ prd: bare });
    expect(fixFeature(workspace, feature, context).rounds).toEqual([]);
  });
});
