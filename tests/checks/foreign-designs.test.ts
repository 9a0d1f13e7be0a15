import { describe, expect, it } from "vitest";
import type { DocumentKind } from "../../src/core.ts";
import { reviewChanged } from "../support/mutate.ts";

const JUDGED = new Set([
  "incomplete-component",
  "incomplete-data-structure",
  "incomplete-interface",
  "undeclared-component",
  "empty-section",
  "vague-wording",
  "placeholder-text",
]);

/** What the checks of content say of a document that a team wrote under headings of its own. */
function told(kind: DocumentKind, ...lines: string[]): string[] {
  const { findings } = reviewChanged({ [kind]: () => `# Checkout\n\n${lines.join("\n")}\n` });
  return findings.flatMap(({ check, message, place }) =>
    JUDGED.has(check) && place.file.endsWith(kind === "architecture" ? "02-architecture.md" : "04-backend-design.md")
      ? [`${check} ${message} ${lines[place.line - 3] ?? ""}`.trim()]
      : [],
  );
}

describe("components in a form of a team's own", () => {
  it.each<[string, string[]]>([
    [
      "labels with nothing on their line, and items with bold names",
      [
        "## Components",
        "### Loan Service",
        "**Responsibilities**:",
        "- Opens and closes loans",
        "",
        "**Dependencies**:",
        "- **PostgreSQL**: keeps the loans",
        "",
        "**Interfaces**: opens, closes",
      ],
    ],
    [
      "labels that say the same, and a first paragraph as the purpose",
      [
        "## Components",
        "### Loan Service",
        "It holds the rules of loans.",
        "**Key Responsibilities**: opens and closes loans",
        "**Depends on**: none",
        "**Exposes**: opens, closes",
      ],
    ],
    [
      "headings that group components",
      [
        "## Components",
        "### Backend Components",
        "#### Loan Service",
        "**Purpose**: the rules of loans",
        "**Responsibilities**: opens and closes loans",
        "**Dependencies**: none",
        "**Interfaces**: opens, closes",
      ],
    ],
    [
      "an interface as code behind its label",
      [
        "## Components",
        "### Loan Service",
        "**Responsibilities**: opens loans",
        "**Dependencies**: none",
        "**Interface**:",
        "",
        "```go",
        "func Open(id string) error",
        "```",
      ],
    ],
  ])("no word: %s", (_, lines) => {
    expect(told("architecture", ...lines)).toEqual([]);
  });

  it("what a component leaves out is told", () => {
    expect(
      told(
        "architecture",
        "## Components",
        "### Loan Service",
        "**Responsibilities**: opens loans",
        "**Interfaces**: opens",
        "### Fee Service",
        "**Purpose**: fees",
        "**Dependencies**: none",
        "**Exposes**: charge",
      ),
    ).toEqual(["incomplete-component missing ### Loan Service", "incomplete-component missing ### Fee Service"]);
  });

  it("what is no component is told once as not judged", () => {
    expect(told("architecture", "## Components", "### Loan Model", "**Purpose**: a loan", "### Fee Model", "**Purpose**: a fee")).toEqual([
      "incomplete-component other-form ### Loan Model",
    ]);
  });

  it("a section whose groups bear no label is told once as not read", () => {
    expect(told("architecture", "## Components", "### Domain Models", "#### Loan", "A loan.", "#### Fee", "A fee.")).toEqual([
      "empty-section other-form ## Components",
    ]);
  });
});

describe("structures and commands in a form of a team's own", () => {
  it("a column that a whole table lacks is told once", () => {
    const table = ["| Field | Type | Constraints | Description |", "| --- | --- | --- | --- |"];
    expect(
      told(
        "backend-design",
        "## Data Structures",
        "### Loan",
        "**Description**: a loan",
        "",
        ...table,
        "| `id` | string | UUID | its name |",
        "| `due` | date | later than today | its end |",
      ),
    ).toEqual(["incomplete-data-structure columns ### Loan"]);
  });

  it("the help of a command shows its usage, arguments and output", () => {
    const help = ["```", "lend open <id> [flags]", "Arguments:", "  id  the loan", "Flags:", "  --output string  table or json", "```"];
    const ends = ["", "**Exit codes**: 0 opened, 1 unknown"];
    expect(told("backend-design", "## CLI Commands", "#### lend open", "Opens a loan.", "", ...help, ...ends)).toEqual([]);
  });
});

describe("words in a document of a team's own", () => {
  it.each([
    ["## Motivation", "Today retries are made as needed and nobody knows when."],
    ["## Alternatives", "A queue would be more robust."],
    ["## Notes", "- ✅ Proper rollback handling"],
    ["## Notes", "**Why**: it ensures proper discovery"],
    ["## Notes", "Retries were made as needed in the former system."],
    ["## Rules", "The service must accept any format (dates, hashes, etc.)."],
    ["## Rules", "The service must ask one provider (Google, GitHub, etc.)."],
    ["## Rules", "- Handles loans without items gracefully (0 % progress)"],
    ["## Rules", "Which limits are appropriate, and should they be higher as needed?"],
    ["## Rules", "The client needs an index to be added to the table."],
    ["## Rules", "Records to be written to disk get a size to be determined by the caller."],
  ])("no word: %s %s", (...lines) => {
    expect(told("architecture", ...lines)).toEqual([]);
  });

  it.each([
    ["## Rules", "The service must retry as needed."],
    ["## Rules", "- Use proper escaping"],
    ["## Rules", "1. The operator deploys it with appropriate flags"],
  ])("%s %s", (...lines) => {
    expect(told("architecture", ...lines)).toEqual([`vague-wording vague ${lines[1]}`]);
  });

  it.each([
    "The limit is to be decided.",
    "The owner is to be confirmed with the bank.",
    "This is to be determined.",
    "Values to be added.",
  ])("what is still to be done is told: %s", (line) => {
    expect(told("architecture", "## Rules", line)).toEqual([`placeholder-text placeholder ${line}`]);
  });
});
