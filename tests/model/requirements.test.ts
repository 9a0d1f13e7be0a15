import { describe, expect, it } from "vitest";
import { readLoose } from "../../src/guide/reading.ts";
import { demandedOf } from "../../src/model/reading/demand.ts";

const read = (text: string) => demandedOf(readLoose(text, "prd.md").statements);
const ids = (text: string) => read(text).map(({ id }) => id);

describe("requirements with ids", () => {
  it.each<[string, string, [string, string][]]>([
    [
      "list items with bold ids",
      "## Requirements\n\n- **FR-1**: Book a table\n- **FR-2**: Cancel it\n",
      [
        ["FR-1", "Book a table"],
        ["FR-2", "Cancel it"],
      ],
    ],
    [
      "plain list items",
      "- FR1: Book\n- FR2. Cancel\n- FR3 - Move\n",
      [
        ["FR1", "Book"],
        ["FR2", "Cancel"],
        ["FR3", "Move"],
      ],
    ],
    [
      "headings",
      "### FR-1: Booking\n\nGuests book a table.\n\n### NFR-003 Speed\n\nWithin 200 ms.\n",
      [
        ["FR-1", "Booking"],
        ["NFR-003", "Speed"],
      ],
    ],
    ["a heading that is the id alone", "### US-4\n\nAs a guest I want to book.\n", [["US-4", "As a guest I want to book."]]],
    [
      "bold paragraphs",
      "**FR-1: Booking**\n\n**REQ-F-012:** Guests book.\n",
      [
        ["FR-1", "Booking"],
        ["REQ-F-012", "Guests book."],
      ],
    ],
    [
      "a table",
      "| ID | Requirement | Priority |\n| --- | --- | --- |\n| FR-1 | Book a table | must |\n| REQ-1.2 | Cancel it | should |\n",
      [
        ["FR-1", "Book a table"],
        ["REQ-1.2", "Cancel it"],
      ],
    ],
    [
      "a table whose id is not the first column",
      "| Priority | ID | Description |\n| --- | --- | --- |\n| must | AC-2 | Shown at once |\n",
      [["AC-2", "Shown at once"]],
    ],
    [
      "numbered items",
      "1. **FR-1** Book a table\n2. **FR-2** Cancel it\n",
      [
        ["FR-1", "Book a table"],
        ["FR-2", "Cancel it"],
      ],
    ],
    [
      "nested items with ids of their own",
      "- FR-1: Book\n  - FR-1.1: By phone\n  - by mail\n- FR-2: Cancel\n",
      [
        ["FR-1", "Book"],
        ["FR-1.1", "By phone"],
        ["FR-2", "Cancel"],
      ],
    ],
    [
      "other languages' text",
      "## Anforderungen\n\n- **FR-1**: Gäste buchen einen Tisch\n- **FR-2**: 予約を取り消す\n",
      [
        ["FR-1", "Gäste buchen einen Tisch"],
        ["FR-2", "予約を取り消す"],
      ],
    ],
    [
      "a team's own prefix",
      "## Requirements\n\n- BOOK-1: Book\n- BOOK-2: Cancel\n",
      [
        ["BOOK-1", "Book"],
        ["BOOK-2", "Cancel"],
      ],
    ],
    [
      "Windows lines, tabs and a byte order mark",
      "\uFEFF## Requirements\r\n\r\n-\t**FR-1**: Book\r\n-\t**FR-2**: Cancel\r\n",
      [
        ["FR-1", "Book"],
        ["FR-2", "Cancel"],
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(read(text).map(({ id, text: words }) => [id, words])).toEqual(expected);
  });

  it("stand where they are written", () => {
    expect(read("# T\n\n## Requirements\n\n- **FR-1**: Book\n")[0]?.place).toMatchObject({ file: "prd.md", line: 5, column: 3 });
  });

  it("are of the kind that their prefix or section says", () => {
    const kinds = read("- FR-1: a\n- NFR-1: b\n- US-1: c\n- AC-1: d\n\n## Non-Functional Requirements\n\n- REQ-9: e\n").map(
      ({ kind }) => kind,
    );
    expect(kinds).toEqual(["functional", "non-functional", "story", "criterion", "non-functional"]);
  });
});

describe("what is cited is not declared", () => {
  it.each([
    ["in a sentence", "- FR-1: Book\n\nSee FR-2 for cancelling.\n", ["FR-1"]],
    ["in a traceability table", "- FR-1: Book\n\n| Goal | Covers |\n| --- | --- |\n| Speed | FR-7 |\n", ["FR-1"]],
    ["under Out of Scope", "- FR-1: Book\n\n## Out of Scope\n\n- FR-9: Pay\n", ["FR-1"]],
    ["a heading over a range", "## FR-1 to FR-3: Booking\n\n- FR-1: Book\n", ["FR-1"]],
    ["a second time", "- FR-1: Book a table\n\n## Summary\n\n| Id | Title |\n| --- | --- |\n| FR-1 | Book |\n", ["FR-1"]],
    [
      "numbers of standards, documents and tasks",
      "## Requirements\n\n- FR-1: Hash with SHA-256\n- SHA-256: an algorithm\n- UTF-8: an encoding\n- RFC-9457: problem details\n\nE04-F07 and HTTP-404 and T-E01-F01-001.\n",
      ["FR-1", "Requirements 1", "Requirements 2", "Requirements 3"],
    ],
  ])("%s", (_, text, expected) => expect(ids(text)).toEqual(expected));
});

describe("requirements without ids are named by section and number", () => {
  it.each<[string, string, string[]]>([
    ["a numbered list", "## Functional Requirements\n\n1. Book\n2. Cancel\n", ["Functional Requirements 1", "Functional Requirements 2"]],
    [
      "a list that runs on under several headings",
      "### Functional Requirements\n\n**Booking:**\n\n1. Book\n\n2. Confirm\n\n**Cancelling:**\n\n3. Cancel\n",
      ["Functional Requirements 1", "Functional Requirements 2", "Functional Requirements 3"],
    ],
    ["bullets are counted", "## Requirements\n\n- Book\n  - by phone\n- Cancel\n", ["Requirements 1", "Requirements 2"]],
    [
      "both kinds under one heading",
      "## Requirements\n\n### Functional Requirements\n\n1. Book\n\n### Non-Functional Requirements\n\n- Fast\n",
      ["Functional Requirements 1", "Non-Functional Requirements 1"],
    ],
    [
      "requirement headings with scenarios",
      "## Requirements\n\n### Requirement: Booking\n\nGuests SHALL book.\n\n#### Scenario: Full house\n\n- **WHEN** no table is free\n- **THEN** say so\n",
      ["Requirements 1"],
    ],
    [
      "user stories, where there is nothing else",
      "## User Stories\n\n**Story 1: Book**\n\n- As a guest, I want to book.\n\n**Story 4: Cancel**\n\n- As a guest, I want to cancel.\n",
      ["Story 1", "Story 4"],
    ],
    [
      "success criteria, where there is nothing else",
      "## Success Criteria\n\n- [ ] Booked within a second\n- [ ] Nothing lost\n",
      ["Success Criteria 1", "Success Criteria 2"],
    ],
  ])("%s", (_, text, expected) => expect(ids(text)).toEqual(expected));

  it.each([
    ["other lists", "## Goals\n\n- Happy guests\n"],
    ["requirements of the tests", "## Testing Requirements\n\n- Cover it\n"],
    ["questions inside of the section", "## Requirements\n\n### Open Questions\n\n- Who pays?\n"],
    ["an empty PRD", ""],
  ])("nothing from %s", (_, text) => expect(ids(text)).toEqual([]));

  it("given, when and then belong to the requirement above them", () => {
    expect(ids("## Requirements\n\n- FR-1: Book\n  - Given a free table\n  - When I book\n  - Then it is mine\n")).toEqual(["FR-1"]);
  });
});
