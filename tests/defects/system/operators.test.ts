import { describe, expect, it } from "vitest";
import { readFeatureFacts, reviewSystem, SYSTEM_CHECKS } from "../../../src/core.ts";
import { readSubjects } from "../run.ts";
import { SYSTEM_OPERATORS } from "./operators.ts";
import { flawOf, others } from "./run.ts";

const { subjects } = readSubjects();

describe("contradictions seeded between features", () => {
  it("which agree", () => {
    const [first] = subjects;
    expect(subjects.length).toBeGreaterThanOrEqual(4);
    expect(
      first &&
        reviewSystem(
          subjects.map(({ model }) => readFeatureFacts(model)),
          first.context,
        ).findings,
    ).toEqual([]);
  });

  it.each(SYSTEM_CHECKS.map(({ id }) => id))("at least three operators are meant for %s", (id) => {
    expect(SYSTEM_OPERATORS.filter(({ check }) => check === id).length).toBeGreaterThanOrEqual(3);
  });

  // The others are seeded by `npm run eval:defects`.
  it.each(SYSTEM_OPERATORS.map((operator) => [`${operator.check}/${operator.name}`, operator] as const))(
    "the first defect of %s in each feature is found, and nothing else",
    (_, operator) => {
      const flaws = subjects.flatMap((subject) => {
        const [mutant] = operator.apply(subject, others(subject, subjects));
        return mutant ? [{ label: `${mutant.label} in ${subject.name}`, flaw: flawOf(operator, subject, subjects, mutant) }] : [];
      });
      expect(flaws.length).toBeGreaterThan(0);
      expect(flaws.filter(({ flaw }) => flaw !== undefined)).toEqual([]);
    },
  );
});
