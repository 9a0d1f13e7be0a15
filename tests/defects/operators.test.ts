import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CHECKS } from "../../src/core.ts";
import { OPERATORS } from "./operators/index.ts";
import { judge, readSubjects } from "./run.ts";

const { subjects, unclean } = readSubjects();

describe("seeded defects", () => {
  it.each(CHECKS.map(({ id }) => id))("at least three operators are meant for %s", (id) => {
    expect(OPERATORS.filter(({ check }) => check === id).length).toBeGreaterThanOrEqual(3);
  });

  it("each file of operators bears the name of its check, and the index has it", () => {
    const files = readdirSync("tests/defects/operators").map((name) => name.replace(/\.ts$/, ""));
    const checks = new Set(OPERATORS.map(({ check }) => check));
    expect(files.filter((name) => name !== "index").sort()).toEqual([...checks].sort());
  });

  it("an operator's name is its own", () => {
    const names = OPERATORS.map(({ check, name }) => `${check}/${name}`);
    expect(new Set(names).size).toBe(names.length);
  });

  it("the features of the plan are clean", () => {
    expect(unclean).toEqual([]);
    expect(subjects.length).toBeGreaterThanOrEqual(2);
  });

  // The others take two minutes: `npm run eval:defects`.
  it.each(OPERATORS.map((operator) => [`${operator.check}/${operator.name}`, operator] as const))(
    "the first defect of %s is found",
    (_, operator) => {
      for (const subject of subjects)
        for (const mutant of operator.apply(subject.model))
          return expect(judge(subject, operator, mutant)).toMatchObject({ missed: [], extras: [] });
      expect.fail("no feature has what the operator spoils");
    },
  );
});
