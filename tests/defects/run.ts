import {
  type Context,
  type Feature,
  type Finding,
  formatKey,
  listFeatures,
  loadContext,
  type Model,
  openWorkspace,
  readFeature,
  review,
  type Workspace,
} from "../../src/core.ts";
import { explanations } from "./consequences.ts";
import { OPERATORS } from "./operators/index.ts";
import { sample } from "./sample.ts";
import { seed } from "./seed.ts";
import type { Expected, Mutant, Operator } from "./types.ts";

/** A feature that has no findings: what defects are seeded into. */
export interface Subject {
  name: string;
  workspace: Workspace;
  context: Context;
  feature: Feature;
  model: Model;
}

/** What the checks said about one mutant. */
export interface Outcome {
  operator: Operator;
  subject: string;
  mutant: Mutant;
  /** The expected places at which the check did not report. */
  missed: Expected[];
  /** What was reported and neither expected nor declared by the operator. */
  extras: Finding[];
  findings: Finding[];
}

export interface Evaluation {
  features: number;
  /** What is found in the features as they stand: each one is a false finding, or a mistake in the example. */
  unclean: Finding[];
  operators: readonly Operator[];
  outcomes: Outcome[];
}

/** Reads every feature of the plan, and says which ones defects can be seeded into. */
export function readSubjects(root = "."): { subjects: Subject[]; unclean: Finding[]; features: number } {
  const workspace = openWorkspace(root);
  const context = loadContext(workspace.root, workspace.config);
  const all = listFeatures(workspace).map((key) => {
    const feature = readFeature(workspace, key);
    const { model, findings } = review(feature, context);
    return { name: formatKey(key), workspace, context, feature, model, findings };
  });
  const subjects = all.filter(({ findings }) => findings.length === 0).map(({ findings: _, ...subject }) => subject);
  return { subjects, unclean: all.flatMap(({ findings }) => findings), features: all.length };
}

/** Seeds defects of every operator into every clean feature, and records what the checks say of each. */
export function evaluate(root = ".", operators = OPERATORS): Evaluation {
  const { subjects, unclean, features } = readSubjects(root);
  const outcomes = subjects.flatMap((subject) =>
    operators.flatMap((operator) => sample(operator.apply(subject.model)).map((mutant) => judge(subject, operator, mutant))),
  );
  return { features, unclean, operators, outcomes };
}

/** Reviews one mutant and holds the findings against what its operator expects. */
export function judge({ name, workspace, context, feature, model }: Subject, operator: Operator, mutant: Mutant): Outcome {
  const { findings } = review(seed(workspace, feature, mutant), context);
  const isAt = ({ kind, line, endLine = line }: Expected, { place }: Finding) =>
    place.file === `${feature.folder}/${kind === "openapi" ? "openapi.yaml" : model.files[kind]}` &&
    place.line >= line &&
    place.line <= endLine;
  const own = findings.filter(({ check }) => check === operator.check);
  const missed = mutant.expected.filter((expected) => !own.some((finding) => isAt(expected, finding)));
  const also = explanations(operator);
  const extras = findings.filter(
    (finding) =>
      !(also.has(finding.check) || also.has(`${finding.check}/${finding.message}`)) &&
      !(finding.check === operator.check && mutant.expected.some((expected) => isAt(expected, finding))),
  );
  return { operator, subject: name, mutant, missed, extras, findings };
}
