import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/core.ts";
import { decode } from "../../src/feature/read-file.ts";
import { placeSection, setFrontMatter, topSections, withMark } from "../../src/feature/writing/edit.ts";
import { readMarkdown } from "../../src/markdown/index.ts";
import { textsIn } from "../fuzz/corpus.ts";
import { makeInput } from "../fuzz/mutate.ts";
import { randomOf } from "../fuzz/random.ts";

const CORPUS = [...textsIn("docs/plan"), ...textsIn("context")];
const LINE_ENDS = ["\n", "\r\n"] as const;

/** Documents as people write them, with either line end, with a byte order mark or none. */
const whole = fc
  .record({ text: fc.constantFrom(...CORPUS), newline: fc.constantFrom(...LINE_ENDS), mark: fc.constantFrom("", "\uFEFF") })
  .map(({ text, newline, mark }) => mark + text.replaceAll("\n", newline));

/** The same, spoilt in every way that fuzzing knows. */
const spoilt = fc.integer({ min: 0, max: 2 ** 31 }).map((seed) => makeInput(CORPUS, randomOf(seed)));

describe("a document that nobody changes", () => {
  it("is written as it was read, to the byte", () => {
    fc.assert(
      fc.property(fc.oneof(whole, spoilt), (text) => {
        // Half of a pair of code units is no text, and becomes a replacement character before it is read.
        const bytes = Buffer.from(text);
        const { text: read, trouble } = decode(bytes);
        fc.pre(trouble === undefined);
        const document = readMarkdown(read);
        expect(Buffer.from(withMark(document, document.text)).equals(bytes)).toBe(true);
        expect(applyEdits(document.text, [])).toBe(document.text);
        if (document.frontMatter.span) expect(setFrontMatter(document, {})).toBe(document.text);
      }),
      { numRuns: 150 },
    );
  });
});

describe("a section that is written", () => {
  const titles = ["Architecture Overview", "Data Flow", "Related Documents"];
  const bodies = fc.constantFrom("One flow.", "- a\n- b\n", "\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n", "### Deeper\n\ntext");

  it("leaves every character of the other sections as it is, but for blank lines around it", () => {
    fc.assert(
      fc.property(whole, fc.constantFrom(...titles), bodies, (text, title, body) => {
        const before = readMarkdown(text);
        const after = readMarkdown(placeSection(before, titles, title, body));
        const others = (document: typeof before) =>
          topSections(document)
            .filter((section) => section.title !== title)
            .map(({ span }) => document.text.slice(span.start, span.end).trimEnd());
        expect(others(after)).toEqual(others(before));
      }),
      { numRuns: 60 },
    );
  });

  it("is the same when it is written again", () => {
    fc.assert(
      fc.property(whole, fc.constantFrom(...titles), bodies, (text, title, body) => {
        const once = placeSection(readMarkdown(text), titles, title, body);
        expect(placeSection(readMarkdown(once), titles, title, body)).toBe(once);
      }),
      { numRuns: 60 },
    );
  });
});

it("a value that is set in the front matter leaves its other lines with the ends that they have", () => {
  const mixed = "---\r\ntitle: Parcels\nstatus: draft\r\ntags:\n  - a\n---\r\n\r\n# Parcels\n";
  expect(setFrontMatter(readMarkdown(mixed), { status: "complete" })).toBe(mixed.replace("draft", "complete"));
});
