import { describe, expect, it } from "vitest";
import { readSubjects } from "../run.ts";
import { HARMLESS } from "./operators.ts";
import { findingsAfter, harmlessEdits } from "./run.ts";

const { subjects } = readSubjects();
const edits = subjects.flatMap((subject) => harmlessEdits(subject).map((edit) => ({ subject, edit })));

describe("edits after which a design says what it said before", () => {
  it("are at least sixty", () => {
    expect(edits.length).toBeGreaterThanOrEqual(60);
  });

  it.each(HARMLESS.map((operator) => [operator.name, operator] as const))("%s fits an example", (_, operator) => {
    expect(subjects.flatMap(({ model }) => [...operator.apply(model)]).length).toBeGreaterThan(1);
  });

  it.each(edits.map(({ subject, edit }) => [subject.name, edit.label, { subject, edit }] as const))(
    "%s: %s is not found",
    (_, __, { subject, edit }) => {
      expect(findingsAfter(subject, edit)).toEqual([]);
    },
  );
});
