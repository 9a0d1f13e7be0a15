import { describe, expect, it } from "vitest";
import { readDecision } from "../../src/context/decisions.ts";

const FILE = "docs/adr/0007-use-a-queue.md";

describe("a decision record is read in every form that is in use", () => {
  it.each<[string, string, object]>([
    [
      "MADR 4",
      "---\nstatus: accepted\ndate: 2026-05-02\n---\n\n# Use a queue\n",
      { title: "Use a queue", status: "accepted", date: "2026-05-02" },
    ],
    [
      "MADR 4, in quotes",
      '---\nstatus: "superseded by ADR-0012"\n---\n\n# Use a queue\n',
      { status: "superseded", supersededBy: "ADR-0012" },
    ],
    [
      "with a link for the number",
      '---\nstatus: "superseded by [ADR-0012](0012-use-a-log.md)"\n---\n\n# Q\n',
      { supersededBy: "ADR-0012" },
    ],
    ["MADR 2: items below the title", "# Use a queue\n\n- Status: accepted\n- Date: 2020-05-02\n", { status: "accepted" }],
    [
      "MADR 2, superseded",
      "# Q\n\n- Status: superseded by [ADR-0012](0012-use-a-log.md)\n",
      { status: "superseded", supersededBy: "ADR-0012" },
    ],
    [
      "a section for the status",
      "# 7. Use a queue\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n",
      { title: "Use a queue", status: "accepted" },
    ],
    [
      "a section, superseded",
      "# 7. Q\n\n## Status\n\nSuperseded by [12. Use a log](0012-use-a-log.md)\n",
      { status: "superseded", supersededBy: "ADR-0012" },
    ],
    [
      "a section that says what it supersedes",
      "# 7. Q\n\n## Status\n\nAccepted\n\nSupersedes [3. Poll](0003-poll.md)\n",
      { supersedes: ["ADR-0003"] },
    ],
    ["a line with a date behind", "# 7. Q\n\nStatus: accepted, 2026-11-20\n", { status: "accepted" }],
    ["supersedes, one", "---\nstatus: accepted\nsupersedes: ADR-0003\n---\n\n# Q\n", { supersedes: ["ADR-0003"] }],
    ["supersedes, a plain number", "---\nstatus: accepted\nsupersedes: 3\n---\n\n# Q\n", { supersedes: ["ADR-0003"] }],
    ["supersedes, several", "---\nstatus: accepted\nsupersedes: [ADR-0005, ADR-3]\n---\n\n# Q\n", { supersedes: ["ADR-0003", "ADR-0005"] }],
    ["a year is no record", "---\nstatus: accepted\n---\n\n# Q\n\nSupersedes the practice of 2024-05-01.\n", { supersedes: [] }],
    [
      "adr-tools, superseded after it was accepted, in its own spelling",
      "# 7. Q\n\nDate: 2016-02-12\n\n## Status\n\nAccepted\n\nSuperceded by [12. Use a log](0012-use-a-log.md)\n\n## Context\n\nWhy.\n",
      { status: "superseded", supersededBy: "ADR-0012" },
    ],
    ["adr-tools, the other side", "# 7. Q\n\n## Status\n\nAccepted\n\nSupercedes [3. Poll](0003-poll.md)\n", { supersedes: ["ADR-0003"] }],
    [
      "log4brains, which names records by their days",
      "# Q\n\n- Status: superseded by [20210115-use-a-log](20210115-use-a-log.md)\n- Date: 2021-01-13\n",
      { status: "superseded", supersededBy: "20210115-use-a-log" },
    ],
    [
      "log4brains, in the front matter",
      "---\nstatus: draft\nsupersedes: 20210113-poll\n---\n\n# Q\n",
      { status: "draft", supersedes: ["20210113-poll"] },
    ],
    ["no status at all", "# Q\n\nWe use a queue.\n", { status: "", supersededBy: undefined }],
    ["broken front matter", "---\nstatus: [a\n---\n\n# Q\n", { problem: expect.any(String) }],
    ["nothing", "", { title: "", status: "", sections: [] }],
  ])("%s", (_, text, expected) => {
    expect(readDecision(text, FILE)).toMatchObject({ number: 7, ...expected });
  });

  it.each<[string, number | undefined]>([
    ["0007-use-a-queue.md", 7],
    ["7-use-a-queue.md", 7],
    ["ADR-0007-use-a-queue.md", 7],
    ["7. Use a queue.md", 7],
    ["20210113-use-a-queue.md", undefined],
    ["2021-01-13-use-a-queue.md", undefined],
    ["adr_use-a-queue.md", undefined],
    ["use-a-queue.md", undefined],
  ])("%s bears the number %s", (name, number) => {
    expect(readDecision("# Q\n", `docs/adr/${name}`).number).toBe(number);
  });

  it("a section that repeats the template says nothing", () => {
    const { sections } = readDecision("# Q\n\n## Context\n\n{The question}\n\n## Options\n\n- {One}\n- A queue\n\n## Outcome\n", FILE);
    expect(sections).toEqual(["Q", "Options"]);
  });
});
