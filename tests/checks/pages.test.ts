import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CHECKS } from "../../src/index.ts";
import { readExamples, runExample } from "../support/page-example.ts";

const PAGES = "docs/checks";

it("every check has a page, and every page a check", () => {
  const pages = readdirSync(PAGES).filter((name) => name !== "README.md");
  expect(pages.sort()).toEqual(CHECKS.map(({ id }) => `${id}.md`).sort());
});

describe.each(CHECKS.map((check) => [check.id, check] as const))("the page of %s", (id, check) => {
  const page = readFileSync(`${PAGES}/${id}.md`, "utf8");
  const { bad, good } = readExamples(page);

  it("tells category and severity as the check has them", () => {
    expect(page).toMatch(`# ${id}\n\nCategory: ${check.category}. Severity: ${check.severity}.\n`);
    expect([bad.length > 0, good.length > 0]).toEqual([true, true]);
  });

  it.each(bad.map((example, index) => [index + 1, example] as const))(
    "bad example %i is found at the marked lines, and by this check alone",
    (_, example) => {
      const { marked, found, others } = runExample(example, id);
      expect(found).toEqual(marked);
      expect(marked.length).toBeGreaterThan(0);
      expect(others.filter((other) => !allowedBeside(id).includes(other))).toEqual([]);
    },
  );

  it.each(good.map((example, index) => [index + 1, example] as const))("good example %i is not found", (_, example) => {
    expect(runExample(example, id).found).toEqual([]);
  });
});

/** A section that was replaced no longer mentions, defines or links what the rest of the feature relies on. */
function allowedBeside(id: string): string[] {
  const always = [
    "line-count",
    "untraced-requirement",
    "undefined-type",
    "broken-link",
    ...(id === "broken-link" ? ["missing-cross-reference"] : []),
  ];
  const whole = ["missing-section", "missing-cross-reference", "front-matter", "empty-section"];
  return ["missing-document", "line-count", "front-matter"].includes(id)
    ? [...always, ...whole]
    : id === "empty-section"
      ? [...always, "missing-section"]
      : always;
}
