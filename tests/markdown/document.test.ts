import { describe, expect, it } from "vitest";
import { readMarkdown, type Section } from "../../src/markdown/index.ts";

const outline = (sections: readonly Section[]): unknown[] =>
  sections.map(({ title, sections: children }) => (children.length > 0 ? [title, outline(children)] : title));

describe("the outline", () => {
  it("nests headings by rank and gives each the fragment that GitHub gives it", () => {
    const { sections, allSections, anchors } = readMarkdown("# A & B\n\n## Same\n\n### Deep `code`\n\n## Same\n");
    expect(outline(sections)).toEqual([["A & B", [["Same", ["Deep code"]], "Same"]]]);
    expect(allSections.map(({ anchor }) => anchor)).toEqual(["a--b", "same", "deep-code", "same-1"]);
    expect(anchors.has("same-1")).toBe(true);
  });

  it("takes headings inside of quotes and blocks for what they are: text", () => {
    const { allSections } = readMarkdown("# Title\n\n> # Quoted\n\n```text\n# Not a heading\n```\n");
    expect(allSections.map(({ title }) => title)).toEqual(["Title"]);
  });

  it("gives each section the span from its heading to the next one of its rank", () => {
    const text = "# T\n\n## One\n\ntext\n\n### Inner\n\n## Two\n";
    const one = readMarkdown(text).allSections[1];
    expect(text.slice(one?.span.start, one?.span.end)).toBe("## One\n\ntext\n\n### Inner\n\n");
  });
});

describe("what is read whatever the file looks like", () => {
  const cases: Record<string, string> = {
    "Unix lines": "---\ntitle: T\n---\n\n# T\n\n**Purpose**: say it\n",
    "Windows lines": "---\r\ntitle: T\r\n---\r\n\r\n# T\r\n\r\n**Purpose**: say it\r\n",
    "a byte order mark": "\uFEFF---\ntitle: T\n---\n\n# T\n\n**Purpose**: say it\n",
    "no newline at the end": "---\ntitle: T\n---\n\n# T\n\n**Purpose**: say it",
    "no front matter": "# T\n\n**Purpose**: say it\n",
  };
  for (const [name, text] of Object.entries(cases)) {
    it(name, () => {
      const document = readMarkdown(text);
      const [section] = document.allSections;
      expect(section?.title).toBe("T");
      expect(section?.fields.map(({ label, value }) => [label, value.text])).toEqual([["Purpose", "say it"]]);
      expect(document.text.slice(section?.fields[0]?.span.start, section?.fields[0]?.span.end)).toBe("**Purpose**: say it");
      expect(document.frontMatter.data).toEqual(name === "no front matter" ? {} : { title: "T" });
    });
  }

  it("gives each line with its end, the last one too where no newline ends it", () => {
    const { text, lines } = readMarkdown("# T\n\nFR-1 is answered\nFR-2");
    expect([1, 2, 3, 4, 5].map((line) => lines.lineIn(text, line))).toEqual(["# T\n", "\n", "FR-1 is answered\n", "FR-2", ""]);
  });

  it("counts lines as wc -l does, and a last line without its newline as well", () => {
    expect(["", "a", "a\n", "a\nb", "a\r\nb\r\n"].map((text) => readMarkdown(text).lineCount)).toEqual([0, 1, 1, 2, 2]);
  });
});

describe("labelled fields", () => {
  const cases: [name: string, text: string, expected: [string, string][]][] = [
    [
      "a paragraph each",
      "**Purpose**: one\n\n**Dependencies**: two\n",
      [
        ["Purpose", "one"],
        ["Dependencies", "two"],
      ],
    ],
    [
      "one below the other in a paragraph",
      "**Purpose**: one\n**Dependencies**: two\n",
      [
        ["Purpose", "one"],
        ["Dependencies", "two"],
      ],
    ],
    ["the colon inside of the bold", "**Purpose:** one\n", [["Purpose", "one"]]],
    [
      "items of a list",
      "- **Purpose**: one\n- **Dependencies**: two\n",
      [
        ["Purpose", "one"],
        ["Dependencies", "two"],
      ],
    ],
    ["the value in the paragraph below", "**Purpose**:\n\none\n", [["Purpose", "one"]]],
    ["bold words in a sentence are no label", "It is **important**: really.\n", []],
    ["bold words without a colon are no label", "**Important** words.\n", []],
  ];
  for (const [name, text, expected] of cases) {
    it(name, () => {
      const fields = readMarkdown(`# T\n\n${text}`).allSections[0]?.fields ?? [];
      expect(fields.map(({ label, value }) => [label, value.text])).toEqual(expected);
    });
  }

  it("own the list or the table below them, when they have no value of their own", () => {
    const [section] = readMarkdown(
      "# T\n\n**Duties**:\n\n- one\n- two\n\n**Fields**:\n\n| Field | Type |\n| --- | --- |\n| `a` | string |\n\n**Purpose**: said\n\n- not a duty\n",
    ).allSections;
    expect(
      section?.fields.map(({ label, lists, tables }) => [
        label,
        lists.flatMap(({ items }) => items.map(({ text }) => text)),
        tables.length,
      ]),
    ).toEqual([
      ["Duties", ["one", "two"], 0],
      ["Fields", [], 1],
      ["Purpose", [], 0],
    ]);
  });
});

describe("tables, lists, blocks, links, comments", () => {
  it("reads cells with their text, their source and their place", () => {
    const document = readMarkdown("# T\n\n| Name | Type |\n| --- | --- |\n| `id` | [uuid](x.md) \\| text |\n");
    const cell = document.allSections[0]?.tables[0]?.rows[0]?.[1];
    expect(cell?.text).toBe("uuid | text");
    expect([cell?.span.line, cell?.span.column]).toEqual([5, 10]);
    expect(document.links.map(({ url }) => url)).toEqual(["x.md"]);
  });

  it("ends an item without words of its own where the list in it begins: what stands there is that list's", () => {
    const [list] = readMarkdown("# T\n\n- 1. Keep it for 30 days.\n  2. Send it once.\n").allSections[0]?.lists ?? [];
    const [item] = list?.items ?? [];
    expect(item && [item.text, item.span.end - item.span.start, item.lists[0]?.items.map(({ text }) => text)]).toEqual([
      "",
      2,
      ["Keep it for 30 days.", "Send it once."],
    ]);
  });

  it("finds blocks wherever they hide, with their form", () => {
    const text =
      "# T\n\n```ts\na\n```\n\n~~~\nb\n~~~\n\n- item\n\n  ```sql\n  c\n  ```\n\n> ```\n> d\n> ```\n\n    indented\n\n<pre>e</pre>\n\n<details>\n\n```go\nf\n```\n\n</details>\n";
    expect(readMarkdown(text).blocks.map(({ form, language }) => `${form} ${language}`.trim())).toEqual([
      "fenced ts",
      "fenced",
      "fenced sql",
      "fenced",
      "indented",
      "html",
      "fenced go",
    ]);
  });

  it("keeps comments apart from prose, and blanks what is no prose without moving anything", () => {
    const text = "---\ntitle: T\n---\n# T\n\nSay <!-- TODO --> it.\n\n```ts\nFR-1\n```\n\n[here](a/FR-2.md)\n";
    const { prose, comments } = readMarkdown(text);
    expect(comments.map((comment) => comment.text)).toEqual(["TODO"]);
    expect(prose).toHaveLength(text.length);
    expect(prose).not.toMatch(/TODO|FR-|title/);
    expect(prose.indexOf("here")).toBe(text.indexOf("here"));
  });
});
