import { describe, expect, it } from "vitest";
import { spellingsOf } from "../../src/model/documents/foreign-values.ts";
import { reviewChanged } from "../support/mutate.ts";

/** The example with a column before those of its table of technologies, and what is read of the first row. */
function stackUnder(header: string, first: string) {
  const architecture = (text: string) =>
    text.replace(/\| Layer \| Technology \| Justification \|\n\|[ |-]+\|\n((?:\|.*\n)+)/, (_, rows: string) =>
      [`| ${header} |`, `|${" --- |".repeat(header.split("|").length)}`, rows.replace(/^\|/gm, `| ${first} |`)].join("\n"),
    );
  const { findings, model } = reviewChanged({ architecture });
  const cells = model.architecture.stack[0]?.cells ?? {};
  return { columns: Object.keys(cells), technology: cells.Technology?.text, findings: findings.map(({ check }) => check) };
}

describe("columns of a team's own beside those of the template", () => {
  it.each([
    { header: "# | Layer | Technology | Justification", first: "1" },
    { header: " | Layer | Technology | Justification", first: "1" },
    { header: "constructor | Schicht | Technologie | Begründung", first: "ja", standard: true },
    { header: "Licence | Layer | Technology | Justification", first: "MIT" },
  ])("stay as they are: $header", ({ header, first, standard = false }) => {
    const { columns, technology, findings } = stackUnder(header, first);
    const own = header.split(" | ").map((column) => column.trim());
    expect(columns).toEqual(standard ? [own[0], "Layer", "Technology", "Justification"] : own);
    expect(technology).toBe("Spring Boot 3.3 on Java 21");
    expect(findings).toEqual([]);
  });
});

describe("a label of a team's own", () => {
  it.each(["Constructor", "toString", "valueOf", "Licence"])("stands for itself alone: %s", (label) => {
    expect(spellingsOf(label)).toEqual([label.toLowerCase()]);
  });
});
