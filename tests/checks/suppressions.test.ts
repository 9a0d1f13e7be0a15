import { describe, expect, it } from "vitest";
import { reviewChanged, told } from "../support/mutate.ts";

const RISKS = "## Technical Risks & Mitigations";
const vague = "The alarm is raised as needed.";

describe("a suppression with a reason", () => {
  it.each([
    ["before a paragraph", `<!-- groundplan-ignore vague-wording: "as needed" is the alarm's name -->\n${vague}`],
    ["before a paragraph, with a blank line between", `<!-- groundplan-ignore vague-wording: agreed -->\n\n${vague}`],
    ["at the end of the line", `${vague} <!-- groundplan-ignore vague-wording: agreed -->`],
    ["for several checks", `<!-- groundplan-ignore vague-wording, placeholder-text: agreed -->\n${vague} TODO`],
    ["before a list, for the whole list", `<!-- groundplan-ignore vague-wording: agreed -->\n- One.\n- ${vague}`],
    ["before a table", `<!-- groundplan-ignore vague-wording: agreed -->\n| A | B |\n| --- | --- |\n| 1 | ${vague} |`],
  ])("%s takes the findings out", (_, text) => {
    const review = reviewChanged({ architecture: (before) => before.replace(`${RISKS}\n`, `${RISKS}\n\n${text}\n`) });
    expect(told(review)).toEqual([]);
    expect(review.suppressed).toBeGreaterThan(0);
  });

  it("before a heading is for the section, and ends with it", () => {
    const review = reviewChanged({
      architecture: (before) =>
        before
          .replace(RISKS, `<!-- groundplan-ignore vague-wording: agreed -->\n${RISKS}\n\n${vague}`)
          .replace("## Requirements Coverage\n", `## Requirements Coverage\n\n${vague}\n`),
    });
    expect(told(review)).toHaveLength(1);
    expect(review.suppressed).toBe(1);
  });

  it("for the file is for all of it", () => {
    const review = reviewChanged({
      architecture: (before) => `${before.replace(RISKS, `${RISKS}\n\n${vague}`)}\n<!-- groundplan-ignore-file vague-wording: agreed -->\n`,
    });
    expect(told(review)).toEqual([]);
  });

  it("lets other checks, other blocks and other files speak", () => {
    const review = reviewChanged({
      architecture: (before) =>
        before.replace(RISKS, `${RISKS}\n\n<!-- groundplan-ignore vague-wording: agreed -->\n${vague}\n\n${vague} TODO`),
    });
    expect(told(review).map((line) => line.split(" ")[0])).toEqual(["vague-wording", "placeholder-text"]);
  });
});

describe("a suppression that is none", () => {
  it.each([
    [
      "no reason: the finding stays, and the suppression is told",
      `<!-- groundplan-ignore vague-wording -->\n${vague}`,
      ["unused-suppression no-reason", "vague-wording vague"],
    ],
    ["nothing to suppress", "<!-- groundplan-ignore vague-wording: agreed -->\nThe alarm is raised.", ["unused-suppression unused"]],
    ["no such check", `<!-- groundplan-ignore vague: agreed -->\n${vague}`, ["unused-suppression unknown", "vague-wording vague"]],
    ["an ordinary comment", `<!-- groundplan is used here -->\n${vague}`, ["vague-wording vague"]],
  ])("%s", (_, text, expected) => {
    const review = reviewChanged({ architecture: (before) => before.replace(`${RISKS}\n`, `${RISKS}\n\n${text}\n`) });
    expect(told(review).map((line) => line.replace(/ \d+$/, ""))).toEqual(expected);
  });
});
