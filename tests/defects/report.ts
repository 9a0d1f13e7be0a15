import { DEFAULTS, type Finding } from "../../src/core.ts";
import type { Evaluation, Outcome } from "./run.ts";

// More of the same tells nothing new.
const SHOWN = 5;

/** @returns the evaluation as text; its last line is the figure. */
export function reportEvaluation({ features, unclean, operators, outcomes }: Evaluation): { text: string; passed: boolean } {
  const missed = outcomes.filter((outcome) => outcome.missed.length > 0);
  const surplus = outcomes.filter((outcome) => outcome.extras.length > 0);
  const idle = operators.filter((operator) => !outcomes.some((outcome) => outcome.operator === operator));
  const found = outcomes.length - missed.length;
  const extras = sum(surplus, (outcome) => outcome.extras.length);
  const percent = outcomes.length === 0 ? 0 : Math.floor((found * 1000) / outcomes.length) / 10;
  const lines = [
    ...table(
      operators.map(({ check }) => check),
      outcomes,
      operators,
    ),
    ...section("Missed", missed, describeMiss),
    ...section("Unexplained extras", surplus, describeExtras),
    ...(unclean.length > 0 ? ["", "Findings on clean features:", ...unclean.map((finding) => `  ${at(finding)}`)] : []),
    ...(idle.length > 0 ? ["", "Operators that fit nowhere:", ...idle.map(({ check, name }) => `  ${check}/${name}`)] : []),
    "",
    `${outcomes.length} mutants of ${operators.length} operators: ${found} found (${percent} %), ${extras} unexplained extras, ${unclean.length} findings on ${features} clean features (bar: 100 %, 0, 0)`,
  ];
  const passed = outcomes.length > 0 && missed.length + extras + unclean.length + idle.length === 0;
  return { text: lines.join("\n"), passed };
}

function table(checks: readonly string[], outcomes: readonly Outcome[], operators: Evaluation["operators"]): string[] {
  const rows = [...new Set(checks)].map((check) => {
    const own = outcomes.filter(({ operator }) => operator.check === check);
    const missed = own.filter((outcome) => outcome.missed.length > 0).length;
    const extras = sum(own, (outcome) => outcome.extras.length);
    return [check, operators.filter((operator) => operator.check === check).length, own.length, own.length - missed, missed, extras];
  });
  return [["check", "operators", "mutants", "found", "missed", "extras"], ...rows].map(([check, ...numbers]) =>
    [String(check).padEnd(28), ...numbers.map((number) => String(number).padStart(9))].join(" "),
  );
}

/** Lists the outcomes by operator, a few of each. */
function section(title: string, outcomes: readonly Outcome[], describe: (outcome: Outcome) => string): string[] {
  if (outcomes.length === 0) return [];
  const operators = [...new Set(outcomes.map(({ operator }) => operator))];
  const groups = operators.map((operator) => ({ operator, group: outcomes.filter((outcome) => outcome.operator === operator) }));
  return [
    "",
    `${title}:`,
    ...groups.flatMap(({ operator, group }) => [
      `  ${operator.check}/${operator.name} (${group.length})`,
      ...group.slice(0, SHOWN).map((outcome) => `    ${describe(outcome)}`),
      ...(group.length > SHOWN ? [`    and ${group.length - SHOWN} more`] : []),
    ]),
  ];
}

function describeMiss({ subject, mutant, missed, findings }: Outcome): string {
  const places = missed.map(
    ({ kind, line, endLine }) =>
      `${kind === "openapi" ? "openapi.yaml" : DEFAULTS.files[kind]}:${line}${endLine === undefined ? "" : `-${endLine}`}`,
  );
  return `${subject}, ${mutant.label}: expected at ${places.join(", ")}; reported: ${listed(findings)}`;
}

function describeExtras({ subject, mutant, extras }: Outcome): string {
  return `${subject}, ${mutant.label}: ${listed(extras)}`;
}

function listed(findings: readonly Finding[]): string {
  return findings.length === 0 ? "nothing" : findings.slice(0, SHOWN).map(at).join(", ") + (findings.length > SHOWN ? ", ..." : "");
}

function at({ check, message, place }: Finding): string {
  return `${check} ${message} ${place.file.slice(place.file.lastIndexOf("/") + 1)}:${place.line}`;
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}
