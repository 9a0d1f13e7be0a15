import type { OutputKind } from "../config/config.ts";
import type { Interface, Model, ResearchPoint, Row, Value } from "../model/types.ts";
import {
  alreadyThere,
  conflictsWithCode,
  conventionsInCode,
  filesToRead,
  interfacesOf,
  stackInCode,
  storedThings,
  waysInCode,
} from "./code/facts.ts";
import type { FactGroup } from "./fact-group.ts";

type Gather = (model: Model) => FactGroup[];

/** For each family of facts, where the inputs state what belongs into it. */
const FAMILIES: Record<string, Gather> = {
  decisions: (model) => [
    conflictsWithCode(model),
    alreadyThere(model),
    waysInCode(model),
    group(model, "decisions already taken", "research", model.research.decisions.map(row)),
    points(model, "findings of the research report, to be cited by id", "finding"),
    notes(model, "constraints found", "constraints"),
    notes(model, "recommendations", "recommendations"),
  ],
  patterns: () => [],
  "system-diagram": (model) => [
    group(
      model,
      "components",
      "research",
      model.research.components.map(({ name, dependencies }) => `${name} (needs ${dependencies})`),
    ),
    systems(model),
  ],
  components: (model) => [
    group(
      model,
      "components in scope",
      "research",
      model.research.components.map(({ name, purpose }) => `${name}: ${purpose}`),
    ),
  ],
  flows: (model) => [
    group(
      model,
      "user flows",
      "prd",
      model.userFlows.map(({ name, steps }) => `${name}: ${steps.map(({ text }, index) => `${index + 1}. ${text}`).join(" ")}`),
    ),
  ],
  "internal-integrations": (model) => [
    systems(model),
    group(model, "existing interfaces", "research", model.research.existingInterfaces.map(row)),
  ],
  "external-integrations": (model) => [systems(model)],
  stack: (model) => [group(model, "stack in use", "research", model.research.stack.map(row)), stackInCode(model)],
  risks: (model) => [group(model, "risks", "prd", model.prdRisks.map(row)), notes(model, "known defects", "defects"), nonFunctional(model)],
  coverage: (model) => [
    group(
      model,
      "requirements",
      "prd",
      model.requirements.map(({ id, text }) => `${id}: ${text}`),
    ),
  ],
  departures: (model) => [conflictsWithCode(model), points(model, "wrong assumptions of the PRD, to be cited by id", "assumption")],
  traps: (model) => [points(model, "findings of the research report, to be cited by id", "finding"), filesToRead(model)],
  "open-questions": (model) => [
    group(
      model,
      "open questions",
      "prd",
      model.openQuestions.map(({ text }) => text),
    ),
    notes(model, "open decisions", "openDecisions"),
    points(model, "questions of the research report, to be cited by id", "question"),
  ],
  codebase: (model) => [
    group(model, "existing interfaces", "research", model.research.existingInterfaces.map(row)),
    group(model, "naming conventions", "research", model.research.conventions.map(row)),
    notes(model, "known defects", "defects"),
    alreadyThere(model),
    interfacesOf(model),
    conventionsInCode(model),
  ],
  structures: (model) => [
    storedThings(model),
    group(
      model,
      "agreed data structures",
      "contracts",
      model.contracts.structures.map(({ name, fields }) => `${name}: ${fields.map((field) => `${field.name} ${field.type}`).join(", ")}`),
    ),
    group(
      model,
      "entities",
      "data-design",
      model.entities.map(({ name, columns }) => `${name}: ${columns.map((column) => column.name).join(", ")}`),
    ),
  ],
  endpoints: (model) => [interfaces(model, "api")],
  functions: (model) => [interfaces(model, "library")],
  commands: (model) => [interfaces(model, "cli")],
  events: (model) => [interfaces(model, "service")],
  errors: (model) => [
    group(
      model,
      "agreed error codes",
      "contracts",
      model.contracts.errors.map(({ code, status, meaning }) => `${code} (${status}): ${meaning}`),
    ),
  ],
  pagination: (model) => [agreed(model, "pagination", model.contracts.pagination)],
  "rate-limits": (model) => [agreed(model, "rate limits", model.contracts.rateLimits)],
  versioning: (model) => [agreed(model, "versioning", model.contracts.versioning)],
  security: (model) => [
    group(
      model,
      "security requirements",
      "prd",
      model.security.map(({ text }) => text),
    ),
  ],
};

/** @returns the facts for a section and its subsections, groups without items left out. */
export function factsFor(model: Model, families: readonly string[]): FactGroup[] {
  return families.flatMap((family) => FAMILIES[family]?.(model) ?? []).filter(({ items }) => items.length > 0);
}

/** @returns the other documents of the feature that an output has to link to. */
export function documentsToLink(model: Model, output: OutputKind): string[] {
  return Object.values(model.documents).flatMap(({ kind, file, template }) =>
    kind === output ? [] : [`${file.slice(model.feature.folder.length + 1)} (${template.title.toLowerCase()})`],
  );
}

function group(model: Model, label: string, kind: "prd" | "research" | "contracts" | "data-design", items: string[]): FactGroup {
  return { label, from: model.documents[kind]?.file ?? "", items };
}

const notes = (model: Model, label: string, of: keyof Model["research"]["notes"]) =>
  group(
    model,
    label,
    "research",
    model.research.notes[of].map(({ text }) => text),
  );

const points = (model: Model, label: string, of: ResearchPoint["kind"]) =>
  group(
    model,
    label,
    "research",
    model.research.points.flatMap(({ id, kind, text }) => (kind === of ? [`${id}: ${text}`] : [])),
  );

const agreed = (model: Model, what: string, values: Readonly<Record<string, Value>>) =>
  group(
    model,
    `agreed ${what}`,
    "contracts",
    Object.entries(values).map(([label, { text }]) => `${label}: ${text}`),
  );

const systems = (model: Model) => group(model, "integrations", "prd", model.integrations.map(row));

const nonFunctional = (model: Model) =>
  group(
    model,
    "non-functional requirements",
    "prd",
    model.requirements.filter(({ kind }) => kind === "non-functional").map(({ id, text }) => `${id}: ${text}`),
  );

const interfaces = (model: Model, kind: Interface["kind"]) =>
  group(
    model,
    "agreed interfaces",
    "contracts",
    model.contracts.interfaces
      .filter((item) => item.kind === kind)
      .map(({ name, values }) => `${name}: ${values.Purpose?.text ?? values.Trigger?.text ?? ""}`),
  );

function row({ cells }: Row): string {
  return Object.values(cells)
    .map(({ text }) => text)
    .filter(Boolean)
    .join(" | ");
}
