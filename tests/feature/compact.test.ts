import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { compact } from "../../src/feature/writing/compact.ts";
import { readMarkdown } from "../../src/markdown/index.ts";

const lay = (...lines: string[]) => `${lines.join("\n")}\n`;

describe("blank lines that mean nothing are taken out, as far as a document is too long", () => {
  const LONG = lay(
    "# Parcels",
    "",
    "## Scope",
    "",
    "Carriers send:",
    "",
    "- labels",
    "- slips",
    "",
    "**Size**: small",
    "",
    "**Colour**: red",
    "",
    "End.",
  );

  it.each([
    [14, LONG],
    [
      13,
      lay("# Parcels", "## Scope", "Carriers send:", "", "- labels", "- slips", "", "**Size**: small", "", "**Colour**: red", "", "End."),
    ],
    [11, lay("# Parcels", "## Scope", "Carriers send:", "- labels", "- slips", "", "**Size**: small", "", "**Colour**: red", "", "End.")],
    [1, lay("# Parcels", "## Scope", "Carriers send:", "- labels", "- slips", "", "- **Size**: small", "- **Colour**: red", "", "End.")],
  ])("to %i lines", (most, expected) => {
    expect(compact(LONG, most).text).toBe(expected);
  });

  it.each([
    ["front matter", lay("---", "title: a", "", "owner: b", "---", "", "Text.")],
    ["a table behind a sentence", lay("Sizes:", "", "| Size |", "| --- |", "| 1 |")],
    ["a block's own lines", lay("```mermaid", "flowchart TB", "", "  a --> b", "```")],
    ["a comment's own lines", lay("Text.", "", "<!--", "# No heading", "", "**No field**: at all", "-->")],
    ["two paragraphs", lay("One.", "", "Two.")],
    ["a field whose list follows", lay("**Sizes**:", "- small", "", "**Colour**: red")],
  ])("%s stays as it is", (_, text) => {
    expect(compact(text, 1)).toEqual({ text, removed: 0 });
  });
});

describe("a worked example says the same when it is laid out closer", () => {
  const ROOT = "docs/plan/E00-examples";
  const files = readdirSync(ROOT).flatMap((folder) =>
    ["02-architecture.md", "04-backend-design.md"].map((file) => `${ROOT}/${folder}/${file}`),
  );
  const said = (text: string) => {
    const { allSections } = readMarkdown(text);
    return allSections.map(({ title, depth, paragraphs, tables, lists, blocks, fields }) => ({
      ...{ title, depth },
      paragraphs: paragraphs.map((paragraph) => paragraph.text),
      rows: tables.flatMap(({ rows }) => rows.map((row) => row.map((cell) => cell.text))),
      items: lists
        .flatMap(({ items }) => items.map((item) => item.text))
        .filter((item) => !fields.some(({ label }) => item.startsWith(`${label}:`))),
      blocks: blocks.map(({ language }) => language),
      fields: fields.map(({ label, value }) => [label, value.text]),
    }));
  };

  it.each(files)("%s", (file) => {
    const text = readFileSync(file, "utf8").replaceAll("\r\n", "\n");
    const closer = compact(text, 1);
    expect(closer.removed).toBeGreaterThan(10);
    expect(said(closer.text)).toEqual(said(text));
    expect(compact(closer.text, 1).removed).toBe(0);
  });
});
