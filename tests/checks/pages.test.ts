import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { EVERY_CHECK } from "../../src/core.ts";
import { readExamples, runExample } from "../support/page-example.ts";

const PAGES = "docs/checks";

it("every check has a page, and every page a check", () => {
  const pages = readdirSync(PAGES).filter((name) => name !== "README.md");
  expect(pages.sort()).toEqual(EVERY_CHECK.map(({ id }) => `${id}.md`).sort());
});

/** Defects that are two at once. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  // A component that nothing calls for is drawn nowhere either.
  "unmotivated-component": ["undeclared-component"],
  // A part that nobody has declared is drawn without an arrow.
  "undeclared-component": ["unreachable-node"],
  // A node that waits for its name is no component either.
  "placeholder-text": ["undeclared-component"],
  // A structure that is changed departs from its contract and from its entity, and may lose its user.
  "contract-mismatch": ["value-drift", "missing-literal", "entity-mismatch"],
  "entity-mismatch": ["contract-mismatch"],
  "naming-convention": ["contract-mismatch", "unused-data-structure", "missing-error-case"],
  "undefined-type": ["contract-mismatch"],
  "unused-data-structure": ["contract-mismatch"],
  "incomplete-data-structure": ["unused-data-structure"],
  // What is added to the PRD is answered by no design yet.
  "unclear-requirement": ["untraced-requirement"],
  // The whole document is another one.
  "line-count": ["empty-section", "missing-section"],
  "broken-link": ["line-count"],
  // The other parts of the alignment are left out of the example.
  "unstated-security": ["missing-section"],
};

describe.each(EVERY_CHECK.map((check) => [check.id, check] as const))("the page of %s", (id, check) => {
  const page = readFileSync(`${PAGES}/${id}.md`, "utf8");
  const { bad, good } = readExamples(page);

  it("tells category and severity as the check has them", () => {
    expect(page).toMatch(`# ${id}\n\nCategory: ${check.category}. Severity: ${check.severity}.\n`);
    expect([bad.length > 0, good.length > 0]).toEqual([true, true]);
  });

  it.each(bad.map((example, index) => [index + 1, example] as const))(
    "bad example %i is found at the marked lines, and there by this check alone",
    (_, example) => {
      const { marked, found, others } = runExample(example, id);
      expect(found).toEqual(marked);
      expect(marked.length).toBeGreaterThan(0);
      expect(others.filter((other) => !ALSO[id]?.includes(other))).toEqual([]);
    },
  );

  it.each(good.map((example, index) => [index + 1, example] as const))("good example %i is not found", (_, example) => {
    expect(runExample(example, id).found).toEqual([]);
  });
});
