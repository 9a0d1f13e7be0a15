import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeSection, setFrontMatter } from "../../src/feature/writing/edit.ts";
import { readMarkdown } from "../../src/markdown/index.ts";

const TITLES = ["Overview", "Data Flow", "Risks"];
const place = (text: string, title: string, body: string) => placeSection(readMarkdown(text), TITLES, title, body);

describe("placing a section", () => {
  it("replaces what stands, and leaves the rest byte for byte", () => {
    const before = "# T\n\n## Overview\n\nold\n\n## Risks\n\n- kept   \n\n\n\nas it is";
    expect(place(before, "Overview", "new")).toBe("# T\n\n## Overview\n\nnew\n\n## Risks\n\n- kept   \n\n\n\nas it is");
  });

  it.each([
    ["Overview", "# T\n\n## Overview\n\nx\n\n## Data Flow\n\nd\n\n## Appendix\n\na\n"],
    ["Risks", "# T\n\n## Data Flow\n\nd\n\n## Appendix\n\na\n\n## Risks\n\nx\n"],
  ])("puts a new %s where the template's order wants it", (title, expected) => {
    expect(place("# T\n\n## Data Flow\n\nd\n\n## Appendix\n\na\n", title, "x")).toBe(expected);
  });

  it("takes a body with or without the section's own heading", () => {
    expect(place("# T\n", "Risks", "## Risks\n\nx\n")).toBe(place("# T\n", "Risks", "x"));
  });

  it("finds a section that is numbered or written in another case", () => {
    expect(place("# T\n\n## 2. DATA FLOW\n\nold\n", "Data Flow", "new")).toBe("# T\n\n## 2. DATA FLOW\n\nnew\n");
  });

  it("keeps Windows lines", () => {
    expect(place("# T\r\n\r\n## Risks\r\n\r\nold\r\n", "Risks", "a\nb")).toBe("# T\r\n\r\n## Risks\r\n\r\na\r\nb\r\n");
  });

  it("refuses a body that would begin another section", () => {
    expect(() => place("# T\n", "Risks", "x\n\n## Data Flow\n")).toThrow(expect.objectContaining({ code: "heading-rank" }));
  });

  it.each([
    ["a block of code", "x\n\n```mermaid\nflowchart LR\n  a --> b\n"],
    ["a block of code in waves", "~~~~\nx\n~~~\n"],
    ["a comment", "x <!-- y\n\nz"],
    ["a comment on a line of its own", "<!-- y\n\nz"],
    ["HTML that a tag ends", "<script>\nx\n"],
    ["text that is kept as it stands", "<pre>\n\nx"],
    ["an instruction", "<?php\n\nx"],
    ["a section of characters", "<![CDATA[\n\nx"],
  ])("refuses what is not closed: %s", (_, body) => {
    const text = "# T\n\n## Risks\n\nold\n\n## Data Flow\n\nkept\n";
    const write = () => place(text, "Risks", body);
    // What ends with a blank line takes nothing in.
    if (body.startsWith("x <!--")) expect(write()).toContain("## Data Flow\n\nkept\n");
    else expect(write).toThrow(expect.objectContaining({ code: "open-block" }));
  });

  it("keeps the sections that an open one of somebody's has taken in", () => {
    const text = "# T\n\n## Risks\n\n```text\nold\n\n## Data Flow\n\nkept\n";
    expect(place(text, "Risks", "new")).toBe("# T\n\n## Risks\n\nnew\n\n## Data Flow\n\nkept\n");
  });

  it("written twice equals written once, and other sections stay, whatever the words", () => {
    const words = fc.string({ unit: "grapheme" }).filter((text) => !/[#<>`~\r\n\u2028\u2029=*_|[\]\\-]/.test(text) && text.trim() !== "");
    fc.assert(
      fc.property(words, words, (first, second) => {
        const once = place("# T\n\n## Data Flow\n\nkept\n", "Overview", first);
        expect(place(once, "Overview", first)).toBe(once);
        const changed = place(once, "Overview", second);
        expect(changed).toContain("## Data Flow\n\nkept\n");
      }),
    );
  });
});

describe("setting front matter", () => {
  it("changes the named keys, and no other line", () => {
    const text = "---\n# a remark\nstatus: draft\ntags:\n  - a\n  - b\nowner: team # us\n---\n\n# T\n";
    expect(setFrontMatter(readMarkdown(text), { status: "complete", tags: ["c"] })).toBe(
      "---\n# a remark\nstatus: complete\ntags: [c]\nowner: team # us\n---\n\n# T\n",
    );
  });

  it("begins a block where there is none, and quotes what YAML would misread", () => {
    const text = setFrontMatter(readMarkdown("# T\n"), { title: "Refunds: the design", flag: "yes", day: "2026-11-20" });
    expect(readMarkdown(text).frontMatter.data).toEqual({ title: "Refunds: the design", flag: "yes", day: "2026-11-20" });
  });
});
