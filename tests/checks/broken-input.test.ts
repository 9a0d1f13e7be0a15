import fc from "fast-check";
import { expect, it } from "vitest";
import { type DocumentKind, proposeFixes } from "../../src/core.ts";
import { exampleText } from "../support/example.ts";
import { reviewChanged } from "../support/mutate.ts";

const KINDS: DocumentKind[] = ["prd", "research", "contracts", "architecture", "data-design", "backend-design"];
const JUNK = [
  "|",
  "`",
  "```",
  "<!--",
  "-->",
  "{",
  "**",
  "\u0000",
  "\u202e",
  "| --- |",
  "## ",
  "GET /x/{y}",
  "enum: a, b",
  "```mermaid\nflowchart LR\n",
  "\r",
  "]",
  "(#)",
  "---\n",
  "(((((((",
];

const damage = fc.record({
  kind: fc.constantFrom(...KINDS),
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(400),
  junk: fc.constantFrom(...JUNK),
});

it("whatever is cut out of a document or put into it, the checks and the fixes answer", () => {
  fc.assert(
    fc.property(damage, ({ kind, at, length, junk }) => {
      const text = exampleText(kind);
      const start = Math.floor(at * text.length);
      const damaged = text.slice(0, start) + junk + text.slice(start + length);
      fc.pre(damaged !== text);
      const reviewed = reviewChanged({ [kind]: () => damaged });
      expect(Array.isArray(proposeFixes(reviewed))).toBe(true);
      for (const { place } of reviewed.findings) expect(place.line).toBeGreaterThan(0);
    }),
    { numRuns: 60 },
  );
});

it("a name with a stray code mark is a name like any other", () => {
  const { findings, model } = reviewChanged({
    "backend-design": (text) => text.replace("| `Money` | `currency` |", "| \\`Stock to a count | `currency` |"),
  });
  expect(model.backend.structures.map(({ name }) => name)).toContain("`Stock to a count");
  expect(findings.map(({ check }) => check)).toContain("unused-data-structure");
});
