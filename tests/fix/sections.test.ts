import { describe, expect, it } from "vitest";
import { all, foundBy, mend, windows, without } from "./fixing.ts";

const WINDOWS = [
  ["\\n", (text: string) => text],
  ["\\r\\n", windows],
] as const;

describe.each(WINDOWS)("a missing section, with lines that end in %s", (_, ending) => {
  const newline = ending("\n");
  const lines = (...parts: string[]) => parts.join(newline);

  it("is inserted in front of the one that the template puts behind it", () => {
    const { after, before, findings } = mend({ architecture: all(without("Technology Stack"), ending) });
    const inserted = lines(
      "## Technology Stack",
      "",
      "| Layer | Technology | Justification |",
      "| --- | --- | --- |",
      "| {API, service, data, messaging, ...} | {The choice} | {Why this one} |",
      "",
      "",
    );
    const at = before.architecture.indexOf("## Technical Risks");
    expect(after.architecture).toBe(before.architecture.slice(0, at) + inserted + before.architecture.slice(at));
    expect(findings.map(({ check }) => check)).toEqual(["placeholder-text"]);
  });

  it("at the end of its parent, behind the last one", () => {
    const { after } = mend({ "backend-design": all(without("Recovery Strategies"), ending) });
    expect(after["backend-design"]).toContain(
      lines(
        "### Recovery Strategies",
        "",
        "{What a caller does for each class of error, and what the service does by itself}",
        "",
        "## Pagination",
      ),
    );
  });

  it("at the end of a text without a last newline", () => {
    const { after } = mend({
      architecture: all(without("Related Documents"), without("Requirements Coverage"), (text) => text.trimEnd(), ending),
    });
    expect(after.architecture.slice(after.architecture.indexOf("## Requirements Coverage") - 2 * newline.length)).toBe(
      lines(
        "",
        "",
        "## Requirements Coverage",
        "",
        "| Requirements | Covered by |",
        "| --- | --- |",
        "| {FR-1 to FR-3} | {Component, flow or section} |",
        "",
        "## Related Documents",
        "",
        "- [Research report](00-research-report.md)",
        "- [Interface contracts](01-interface-contracts.md)",
        "- [Data design](03-data-design.md)",
        "- [Backend interface specification](04-backend-design.md)",
        "- [Product requirements document](prd.md)",
        "",
      ),
    );
  });

  it("with the subsections that this feature requires, and no others", () => {
    const { after } = mend({ "backend-design": all(without("Interface Specifications"), ending) });
    expect(after["backend-design"]).toContain(
      lines("## Interface Specifications", "", "### API Endpoints", "", "#### {METHOD /path}", "", "**Purpose**: {"),
    );
    expect(after["backend-design"]).not.toMatch(/Library Interfaces|CLI Commands|Service Contracts/);
  });

  it("in front of its own subsections, where only the heading was lost", () => {
    const { after, before } = mend({ "backend-design": all((text) => text.replace("## Error Handling\n\n", ""), ending) });
    expect(after["backend-design"]).toBe(
      before["backend-design"].replace("### Error Codes", lines("## Error Handling", "", "### Error Codes")),
    );
  });
});

it("a section that is out of order does not draw others to it", () => {
  const { after } = mend({
    architecture: all(without("Technical Risks & Mitigations"), (text) =>
      text
        .replace("## Requirements Coverage", "## Moved")
        .replace("## Architecture Overview", "## Requirements Coverage\n\nAll by the Refund API.\n\n## Architecture Overview"),
    ),
  });
  expect(after.architecture.indexOf("## Technical Risks")).toBeGreaterThan(after.architecture.indexOf("## Technology Stack"));
});

describe("the skeleton of every section", () => {
  const titles = (kind: "architecture" | "backend-design") => [
    ...mend({}).before[kind].matchAll(/^##+ ((?!POST|GET|Refund (?:within|above)|Pagination|Rate Limiting|Internal|External).*)$/gm),
  ];

  it.each([...titles("architecture"), ...titles("backend-design")].map(([heading, title = ""]) => [heading, title] as const))(
    "%s is told as a gap, or filled",
    (heading, title) => {
      const kind =
        titles("architecture").some(([other]) => other === heading) && heading !== "## Related Documents"
          ? "architecture"
          : "backend-design";
      const fixed = mend({ [kind]: without(title) });
      const told = foundBy(fixed, "placeholder-text", "empty-section", "missing-diagram");
      expect(fixed.after[kind]).toContain(`\n${heading}\n`);
      expect(told.length).toBeGreaterThanOrEqual(title === "Related Documents" ? 0 : 1);
      expect(foundBy(fixed, "missing-section", "missing-cross-reference")).toEqual([]);
    },
  );
});

describe("no section is inserted", () => {
  it.each([
    ["at another rank", (text: string) => text.replace("## Technology Stack", "### Technology Stack")],
    ["at another rank and misspelt", (text: string) => text.replace("### Key Design Decisions", "## Key Desgin Decisions")],
    [
      "its subsections stand among others",
      (text: string) => text.replace("## Integration Points\n\n", "").replace("## Technology", "### Ours\n\nNone.\n\n## Technology"),
    ],
    ["behind a fence that is never closed", all(without("Related Documents"), (text) => `${text}\`\`\`mermaid\nflowchart TB\n`)],
    ["behind a comment that is never closed", all(without("Related Documents"), (text) => `${text}<!-- to be continued\n`)],
  ])("where it may stand already, or would not be read: %s", (_, change) => {
    const { after, before, rounds } = mend({ architecture: change });
    expect(after).toEqual(before);
    expect(rounds).toEqual([]);
  });
});
