import { readFeatureFacts, reviewSystem } from "../../../src/core.ts";
import { review } from "../../../src/review/feature.ts";
import { readSubjects, type Subject } from "../run.ts";
import { seed } from "../seed.ts";
import type { Mutant } from "../types.ts";
import { SYSTEM_OPERATORS, type SystemOperator } from "./operators.ts";

/** @returns why a mutant is not told as it should be; nothing where it is. */
export function flawOf(operator: SystemOperator, subject: Subject, subjects: readonly Subject[], mutant: Mutant): string | undefined {
  const { workspace, context, feature, model } = subject;
  const spoilt = review(seed(workspace, feature, mutant), context).model;
  const { findings } = reviewSystem(
    subjects.map((other) => readFeatureFacts(other === subject ? spoilt : other.model)),
    context,
  );
  const told = findings.map(({ check, place, related }) => ({
    check,
    lines: [place, ...(related ? [related] : [])].map(({ file, line }) => `${file}:${line}`),
  }));
  // Of two places that disagree, either may be the first one.
  const missed = mutant.expected.filter(
    ({ kind, line }) =>
      !told.some(
        ({ check, lines }) =>
          check === operator.check && kind !== "openapi" && lines.includes(`${feature.folder}/${model.files[kind]}:${line}`),
      ),
  );
  if (missed.length > 0) return `expected ${operator.check} at line ${missed.map(({ line }) => line).join(", ")}`;
  const extras = told.filter(({ check }) => check !== operator.check && !operator.alsoExpected?.includes(check));
  return extras.length > 0 ? `beside: ${extras.map(({ check, lines }) => `${check} ${lines[0]}`).join(", ")}` : undefined;
}

/** Seeds every defect into every feature; the text ends with the figure. */
export function evaluateSystem(): { text: string; passed: boolean } {
  const { subjects } = readSubjects();
  const clean = reviewSystem(
    subjects.map(({ model }) => readFeatureFacts(model)),
    subjects[0]?.context as Subject["context"],
  ).findings;
  const results = SYSTEM_OPERATORS.map((operator) => ({
    operator,
    flaws: subjects.flatMap((subject) =>
      [...operator.apply(subject, others(subject, subjects))].map((mutant) => ({
        label: `${mutant.label} in ${subject.name}`,
        flaw: flawOf(operator, subject, subjects, mutant),
      })),
    ),
  }));
  const lines = results.flatMap(({ operator: { check, name }, flaws }) => [
    ...(flaws.length === 0 ? [`  ${check}/${name} fits nowhere`] : []),
    ...flaws.flatMap(({ label, flaw }) => (flaw === undefined ? [] : [`  ${check}/${name}, ${label}: ${flaw}`])),
  ]);
  const mutants = results.reduce((sum, { flaws }) => sum + flaws.length, 0);
  const figure = `across features: ${mutants} mutants of ${SYSTEM_OPERATORS.length} operators, ${lines.length} not told as they should be, ${clean.length} findings on the clean ones`;
  return { text: [...lines, figure].join("\n"), passed: lines.length + clean.length === 0 };
}

/** @returns the features beside one. */
export function others(subject: Subject, subjects: readonly Subject[]): Subject[] {
  return subjects.filter((other) => other !== subject);
}
