import { describe, expect, it } from "vitest";
import { type DocumentKind, OUTPUT_KINDS, readFeature, review, withText } from "../../src/core.ts";
import { context, workspace } from "../support/mutate.ts";

/** What stands wrong once is told once: nothing that only follows from it. */

const clean = readFeature(workspace, { epic: "E00-examples", feature: "E00-F01-order-refunds" });

function told(kind: DocumentKind, text: string): string[] {
  const { findings } = review(withText(workspace, clean, kind, text), context);
  return findings.filter(({ check }) => check !== "line-count").map(({ check, message }) => `${check} ${message}`);
}

const DAMAGES: readonly [string, (line: string) => string[]][] = [
  ["misspelt", (line) => [`${line.slice(0, line.length >> 1)}${line.slice((line.length >> 1) + 1)}`]],
  ["deleted", () => []],
  ["one level deeper", (line) => [`#${line}`]],
  ["one level higher", (line) => [line.slice(1)]],
];

describe.each(OUTPUT_KINDS)("%s", (kind) => {
  const { text = "", allSections = [] } = clean.documents[kind]?.markdown ?? {};
  const lines = text.split("\n");
  const titles = new Set(
    context.templates[kind].sections.flatMap(({ title, sections }) => [title, ...sections.map((below) => below.title)]),
  );
  const headings = allSections
    .filter(({ depth, title }) => depth > 1 && titles.has(title))
    .map(({ heading, title }) => ({ title, at: heading.line - 1 }));
  const tables = allSections.flatMap((section) => section.tables.map((table) => ({ title: section.title, table })));

  describe.each(DAMAGES)("a heading that is %s", (_, damage) => {
    it.each(headings)("$title", ({ at }) => {
      const found = told(kind, [...lines.slice(0, at), ...damage(lines[at] ?? ""), ...lines.slice(at + 1)].join("\n"));
      expect(found.slice(1)).toEqual([]);
    });
  });

  it.each(tables)("a row of the template's own in $title", ({ table }) => {
    const at = (table.rows[0]?.[0]?.span.line ?? 1) - 1;
    const row = `| ${table.header.map((cell) => `{${cell.text || "Name"}}`).join(" | ")} |`;
    expect(told(kind, [...lines.slice(0, at), row, ...lines.slice(at)].join("\n"))).toEqual(["placeholder-text placeholder"]);
  });
});

it.each([
  [
    "a row with nothing but its name",
    "02",
    "architecture",
    /(?=^\| Order Service \| REST)/m,
    "| Order Service | | |\n",
    "empty-section empty-cell",
  ],
  [
    "a component with nothing but its name",
    "02",
    "architecture",
    /^\| Approval Policy \|.*\n/m,
    "| Approval Policy | | | | |\n",
    "incomplete-component several",
  ],
] as const)("%s", (_, _file, kind, where, row, expected) => {
  const { text = "" } = clean.documents[kind]?.markdown ?? {};
  expect(told(kind, text.replace(where, row)).filter((finding) => finding.startsWith(expected.split(" ")[0] ?? ""))).toEqual([expected]);
});
