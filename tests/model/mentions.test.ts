import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readLoose } from "../../src/guide/reading.ts";
import { readMarkdown } from "../../src/markdown/index.ts";
import { requirementKey } from "../../src/model/requirements/ids.ts";
import { readMentions } from "../../src/model/requirements/mentions.ts";

const PLACE = { file: "02.md", line: 1, column: 1 };
const mentions = (prd: string, design: string) => {
  const known = readLoose(prd, "prd.md").statements;
  return [...new Set(readMentions(readMarkdown(design).prose, () => PLACE, "architecture", known).map(({ id }) => id))];
};

const PRD = `${Array.from({ length: 12 }, (_, index) => `- FR-${index + 1}: Requirement ${index + 1}\n`).join("")}- NFR-1: Fast\n- NFR-2: Safe\n`;
const numbers = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => `FR-${from + index}`);

describe("a design mentions requirements", () => {
  it.each<[string, string, string[]]>([
    ["one", "Covers FR-3.", ["FR-3"]],
    ["in other spellings", "FR3, FR-004 and NFR 2", ["FR-3", "FR-4", "NFR-2"]],
    ["a list", "FR-1, FR-2 and FR-5", ["FR-1", "FR-2", "FR-5"]],
    ["a list that gives the prefix once", "FR-1, 2 and 5", ["FR-1", "FR-2", "FR-5"]],
    ["a range in words", "FR-2 to FR-5", numbers(2, 5)],
    ["a range with a dash", "FR-2–FR-5", numbers(2, 5)],
    ["a range with dots", "FR-2..5", numbers(2, 5)],
    ["a short range", "FR-9 through 11", numbers(9, 11)],
    ["a range in a cell beside others", "| FR-1, FR-3 to FR-5, NFR-1 | Store |", ["FR-1", "FR-3", "FR-4", "FR-5", "NFR-1"]],
    ["one that the PRD lacks", "FR-40", ["FR-40"]],
    ["in inline code and links", "`FR-6` and [FR-7](prd.md#fr-8)", ["FR-6", "FR-7"]],
  ])("%s", (_, design, expected) => expect(mentions(PRD, design).sort()).toEqual(expected.sort()));

  it.each([
    ["amounts behind a list comma", "FR-1, 200 ms later"],
    ["numbers with a unit", "FR-1, 5 seconds"],
    ["percentages", "FR-1 and 2 % more"],
  ])("not %s", (_, design) => expect(mentions(PRD, design)).toEqual(["FR-1"]));

  it("not in blocks and comments", () => {
    expect(mentions(PRD, "<!-- FR-1 -->\n\n```mermaid\nflowchart TB\n  a[FR-2]\n```\n")).toEqual([]);
  });
});

describe("requirements that a PRD numbers without ids", () => {
  const prd = `## Functional Requirements\n\n${Array.from({ length: 30 }, (_, index) => `${index + 1}. Do ${index + 1}\n`).join("")}\n## Non-Functional Requirements\n\n- Fast\n- Safe\n`;
  it.each<[string, string[]]>([
    ["req. 25", ["Functional Requirements 25"]],
    ["requirement 7", ["Functional Requirements 7"]],
    ["requirements 12 to 14", ["Functional Requirements 12", "Functional Requirements 13", "Functional Requirements 14"]],
    ["Functional Requirements 3", ["Functional Requirements 3"]],
    ["Requirements 3, 4: the clerk opens (17), the owner closes (18, 19)", [3, 4, 17, 18, 19].map((n) => `Functional Requirements ${n}`)],
    ["Requirement 3 answers within a second (20 ms for a clerk)", ["Functional Requirements 3"]],
    ["Requirement 3\n\nOpened by the clerk (17)", ["Functional Requirements 3"]],
    ["Functional Requirement 3 and 4", ["Functional Requirements 3", "Functional Requirements 4"]],
    ["Non-Functional Requirements 2", ["Non-Functional Requirements 2"]],
    ["30 requirements", []],
  ])("%s", (design, expected) => expect(mentions(prd, design)).toEqual(expected));
});

describe("ids compare as readers compare them", () => {
  it("whatever their zeros, hyphens and case", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("FR", "NFR", "REQ-F"),
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom("-", "", " "),
        fc.integer({ min: 0, max: 3 }),
        (prefix, number, gap, zeros) => {
          expect(requirementKey(`${prefix.toLowerCase()}${gap}${"0".repeat(zeros)}${number}`)).toBe(requirementKey(`${prefix}-${number}`));
        },
      ),
    );
  });
  it("and keep different ones apart", () => {
    expect(new Set(["FR-1", "FR-10", "FR-1.1", "FR-11", "NFR-1", "REQ-F-1"].map(requirementKey)).size).toBe(6);
  });
});

it("a range mentions exactly the declared members between its ends", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      fc.constantFrom(" to ", "–", "..", " through ", "-"),
      (a, b, word) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        fc.pre(from < to);
        expect(mentions(PRD, `Covers FR-${from}${word}FR-${to}.`).sort()).toEqual(numbers(from, to).sort());
      },
    ),
  );
});

describe("a PRD that has numbers and no ids is cited in short forms where one numbering fits", () => {
  const numbered = (title: string, from: number, count: number) =>
    `## ${title}\n\n${Array.from({ length: count }, (_, index) => `${from + index}. The system must keep parcel list ${from + index}\n`).join("")}\n`;
  const ONE = `${numbered("Functional Requirements", 1, 4)}${numbered("Label Printing Requirements", 5, 3)}${numbered("Non-Functional Requirements", 1, 2)}`;
  const TWO = `${numbered("Functional Requirements", 1, 4)}${numbered("Label Printing Requirements", 1, 3)}`;

  it.each<[string, string, string[]]>([
    ["a functional one", "FR-2 is kept", ["Functional Requirements 2"]],
    ["one whose list goes on under another heading", "FR6 is kept", ["Label Printing Requirements 6"]],
    ["a non-functional one", "NFR-2 holds", ["Non-Functional Requirements 2"]],
    ["a range", "FR-2 to 3", ["Functional Requirements 2", "Functional Requirements 3"]],
    ["one that is not there", "FR-9", []],
  ])("%s", (_, design, expected) => expect(mentions(ONE, design).sort()).toEqual(expected.sort()));

  it("where criteria have the same numbers", () =>
    expect(mentions(`${ONE}\n## Acceptance Criteria\n\n1. One\n2. Two\n3. Three\n`, "FR-2 is kept")).toEqual([
      "Functional Requirements 2",
    ]));

  it("and not where a number is given twice", () => expect(mentions(TWO, "FR-2 is kept")).toEqual([]));
});
