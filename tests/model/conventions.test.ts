import { describe, expect, it } from "vitest";
import { reviewChanged, told } from "../support/mutate.ts";

/** The research report of the worked example with other words under Naming Conventions. */
function conventionsOf(text: string) {
  const review = reviewChanged({
    research: (before) => before.replace(/(## Naming Conventions\n)[\s\S]*?(?=\n## )/, `$1\n${text}\n`),
  });
  return { review, read: review.model.research.naming.map(({ kind, case: style }) => `${kind}: ${style}`).sort() };
}

describe("conventions, however the report states them", () => {
  it.each([
    [
      "prose",
      "DTOs use PascalCase, fields camelCase, paths kebab-case, events dot.case.",
      ["event: dot.case", "field: camelCase", "path: kebab-case", "structure: PascalCase"],
    ],
    ["a list", "- PascalCase for DTOs\n- Error codes are in UPPER_SNAKE_CASE", ["error code: UPPER_SNAKE_CASE", "structure: PascalCase"]],
    [
      "labels",
      "- **Fields**: snake_case\n- **Tables and columns**: snake_case",
      ["column: snake_case", "field: snake_case", "table: snake_case"],
    ],
    [
      "a table with more than one case in a cell",
      "| Kind | Convention |\n| --- | --- |\n| Path | kebab-case plural nouns, parameters in camelCase |",
      ["parameter: camelCase", "path: kebab-case"],
    ],
    [
      "kinds that share a case",
      "DTOs, events and commands use PascalCase.",
      ["command: PascalCase", "event: PascalCase", "structure: PascalCase"],
    ],
    ["words for a case", "Values of enumerations are lower case with underscores.", ["enumeration value: snake_case"]],
    [
      "names in code beside names that others see",
      "| Kind | Convention |\n| --- | --- |\n| Go struct fields | PascalCase |\n| JSON keys | camelCase |\n| Database fields | snake_case |",
      ["column: snake_case", "field in code: PascalCase", "field: camelCase"],
    ],
    [
      "names in code alone",
      "Go fields use PascalCase, private attributes camelCase. Python modules: snake_case.",
      ["field in code: PascalCase"],
    ],
    [
      "what the code for a thing is called",
      "| Kind | Convention |\n| --- | --- |\n| Command file | snake_case |\n| Event handler | camelCase |\n| Command | kebab-case |",
      ["command: kebab-case"],
    ],
    ["nothing that is a case", "Names are short and say what they mean.", []],
  ])("%s", (_, text, expected) => {
    expect(conventionsOf(text).read).toEqual(expected);
  });

  it("the place of the convention is the finding's second place", () => {
    const { review } = conventionsOf("Fields use snake_case.");
    const broken = review.findings.filter(({ check }) => check === "naming-convention");
    expect(broken.map(({ arguments: { name } }) => name)).toContain("orderLineId");
    expect(broken[0]?.related).toMatchObject({
      file: expect.stringMatching(/00-research-report\.md$/),
      line: review.model.research.naming[0]?.place.line,
    });
  });

  it("what no convention governs is not judged", () => {
    expect(told(conventionsOf("Tables use snake_case.").review)).toEqual([]);
  });
});

describe("a structure that stays inside the program is written as its code is", () => {
  const REPORT = "| Kind | Convention |\n| --- | --- |\n| Go struct field | PascalCase |\n| JSON key | camelCase |";
  const broken = (...fields: string[]) => {
    const rows = fields.map((field) => `| \`ParcelFilter\` | \`${field}\` | string | yes | none, free text | Filters parcels |`);
    return reviewChanged({
      research: (before) => before.replace(/(## Naming Conventions\n)[\s\S]*?(?=\n## )/, `$1\n${REPORT}\n`),
      "backend-design": (text) => text.replace(/(?<=\| Structure \| Field [^\n]*\n\|[^\n]*\n)/, `${rows.join("\n")}\n`),
    })
      .findings.filter(({ check, arguments: { kind } }) => check === "naming-convention" && kind === "field")
      .map(({ arguments: { name } }) => name);
  };

  it.each<[string[], string[]]>([
    [["Carrier", "UntilDay"], []],
    [["carrier", "untilDay"], []],
    // Neither of both is kept.
    [
      ["Carrier", "until_day"],
      ["Carrier", "until_day"],
    ],
    [["Carrier", "untilDay"], ["Carrier"]],
  ])("%s", (fields, expected) => {
    expect(broken(...fields)).toEqual(expected);
  });
});
