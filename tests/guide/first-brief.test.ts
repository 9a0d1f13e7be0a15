import { describe, expect, it } from "vitest";
import { briefFor, type DocumentKind, nextStep, openProposals, proposePatterns } from "../../src/core.ts";
import { coverageRows } from "../../src/guide/derived/coverage.ts";
import { type Change, reviewChanged } from "../support/mutate.ts";

const FRONT = /^---\n[\s\S]*?\n---\n/;
/** The output as it is begun. */
const begun: Change = (text) => `${FRONT.exec(text)?.[0] ?? ""}\n# Parcels\n`;
const OVERVIEW = "Architecture Overview";

describe("what an author has to know is said before the first section of a document", () => {
  const brief = (changes: Partial<Record<DocumentKind, Change>>, title = OVERVIEW) =>
    briefFor(reviewChanged({ architecture: begun, ...changes }), "architecture", title);

  it("how the requirements are cited, by their ids", () => {
    expect(brief({})?.cite).toBe('Cite requirements by their ids, ranges too: FR-1, "FR-1 to FR-3".');
  });

  it("or by numbers, where the PRD has no ids", () => {
    const prd: Change = (text) =>
      text.replace(/^(\s*)[-*] \*{0,2}(?:FR|NFR)-\d+\*{0,2}:?/gm, "$11.").replace(/\b(?:FR|NFR|US)-\d+:? ?/g, "");
    expect(brief({ prd })?.cite).toMatch(/^The PRD gives its requirements numbers and no ids: cite "requirement \d+", .* or FR-\d+/);
  });

  it("once: the other sections need not hear it", () => {
    expect(briefFor(reviewChanged({ prd: (text) => `${text}\n` }), "architecture", OVERVIEW)?.cite).toBe("");
  });

  it("which patterns are called for, with links that are right there, and what each obliges to say", () => {
    const { model } = reviewChanged({ architecture: begun });
    const proposals = proposePatterns(model);
    expect(proposals.length).toBeGreaterThan(0);
    for (const { pattern, link } of proposals) expect(link).toBe(`../../../../${pattern.link}`);
    expect(openProposals(model)[0]?.link).toMatch(/^\.\.\/\.\.\/\.\.\/\.\.\/context\/patterns\//);
  });

  it("what each section may take, and in which form", () => {
    const { remaining = [] } = nextStep(reviewChanged({ architecture: begun })) ?? {};
    expect(remaining.find((each) => each.includes("Component Details"))).toMatch(/, about \d+ lines, repeated items as a table$/);
    expect(remaining.every((each) => /, about \d+ lines/.test(each))).toBe(true);
  });

  it("the endpoints that the PRD names count where there are no contracts", () => {
    const named = Array.from(
      { length: 9 },
      (_, index) => `- FR-${index + 30}: \`GET /parcels/${"abcdefghi"[index]}\` tells a parcel's state.`,
    );
    const prd: Change = (text) =>
      text.replace(/\n## Non-Functional Requirements/, () => `\n${named.join("\n")}\n\n## Non-Functional Requirements`);
    const lines = (changes: Partial<Record<DocumentKind, Change | undefined>>) =>
      briefFor(reviewChanged({ contracts: undefined, "backend-design": begun, ...changes }), "backend-design", "Interface Specifications");
    expect(lines({ prd })?.form).toBe("table");
    expect(lines({})?.form).toBe("headings");
  });
});

describe("requirements coverage names what does something about a requirement", () => {
  const named = (cites: string) => {
    const architecture: Change = (text) =>
      text
        .replaceAll("FR-14", "FR-13")
        .replace(/(?<=### Key Design Decisions\n\n.*\n.*\n)/, "| Slips are printed in one place | FR-14 asks for it |\n");
    const design: Change = (text) => text.replaceAll("FR-14", "FR-13").replace(/(?<=\*\*Purpose\*\*: )/, cites);
    const rows = coverageRows(reviewChanged({ architecture, "backend-design": design }).model);
    return rows.find(([ids]) => /\bFR-14\b/.test(ids))?.[1] ?? "";
  };

  it("a decision only where nothing else does", () => {
    expect(named("")).toContain("Key Design Decisions");
  });
});
