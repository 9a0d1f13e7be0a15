import type { OutputKind } from "../config/config.ts";
import type { TemplateSection } from "../context/types.ts";
import type { WordedFinding } from "../findings/finding.ts";
import type { Alignment, Model } from "../model/types.ts";
import type { Review } from "../review/feature.ts";
import { findingsIn } from "../review/section-findings.ts";
import { contradictsCode } from "./consequence.ts";
import { factsFor } from "./facts.ts";
import { byTime } from "./pending.ts";
import { staleSections } from "./stale.ts";
import type { Step } from "./steps.ts";

/** A section of an output that is to be written or mended. */
export interface OpenSection {
  document: OutputKind;
  alignment: Alignment;
  /** `missing` is to be written, `open` stands but has findings. */
  state: "missing" | "open";
  findings: WordedFinding[];
}

/** What is missing comes first, in the template's order; what has findings, or was written for other requirements, comes after it. */
export function openSections(review: Review, kind: OutputKind): OpenSection[] {
  const document = review.model.documents[kind];
  if (!document) return [];
  const stale = new Set(staleSections(review.model).flatMap((each) => (each.document === kind ? [each.section] : [])));
  const all = document.alignments
    .filter((alignment) => isWanted(alignment, review.model))
    .map((alignment): OpenSection => {
      const own = findingsIn(review, kind, alignment.template.title).filter(({ severity }) => severity === "error");
      const findings = byTime(review, own).now;
      return { document: kind, alignment, state: alignment.sections.length === 0 ? "missing" : "open", findings };
    });
  return [
    ...all.filter(({ state }) => state === "missing"),
    ...all.filter(({ state, findings, alignment }) => state === "open" && (findings.length > 0 || stale.has(alignment.template.title))),
  ];
}

/** Required, or there already, or optional with something in the inputs to say. */
export function isWanted({ template, required, sections }: Alignment, model: Model): boolean {
  return required || sections.length > 0 || (template.when === undefined && factsFor(model, familiesOf(template)).length > 0);
}

/** In the later steps the findings lead to the sections. */
export function sectionsBehind(review: Review, step: Step): OpenSection[] {
  // Where nothing else is open, what the inputs and the code have otherwise is decided in the part on departures.
  if (step.id === "analyze-requirements" && step.findings.length === step.open.length && step.findings.every(contradictsCode))
    return withFacts(review, "architecture", "departures");
  if (step.id === "apply-patterns") return withFacts(review, "architecture", "patterns");
  if (step.id === "align-domains" || step.id === "quality-checklist") {
    const open = [...openSections(review, "architecture"), ...openSections(review, "backend-design")];
    if (open.length > 0) return open;
    if (step.findings.some(({ check }) => check === "untraced-requirement")) return withFacts(review, "architecture", "coverage");
  }
  return [];
}

/** The top section that holds a family of facts. */
function withFacts(review: Review, kind: OutputKind, facts: string): OpenSection[] {
  const alignment = review.model.documents[kind]?.alignments.find(({ template }) => familiesOf(template).includes(facts));
  return alignment
    ? [
        {
          document: kind,
          alignment,
          state: alignment.sections.length === 0 ? "missing" : "open",
          findings: findingsIn(review, kind, alignment.template.title),
        },
      ]
    : [];
}

/** @returns the titles of the sections that an output should have: required, there already, or with something in the inputs to say. */
export function wantedSections({ model }: Review, kind: OutputKind): string[] {
  const alignments = model.documents[kind]?.alignments ?? [];
  return alignments.filter((alignment) => isWanted(alignment, model)).map(({ template }) => template.title);
}

/** @returns the title of the top section that holds a family of facts, in an output. */
export function sectionHolding({ model }: Review, kind: OutputKind, facts: string): string | undefined {
  return model.context.templates[kind].sections.find((section) => familiesOf(section).includes(facts))?.title;
}

/** @returns the families of facts that a section of a template and those below it hold. */
export function familiesOf(section: TemplateSection): string[] {
  return [...(section.facts ? [section.facts] : []), ...section.sections.flatMap(familiesOf)];
}
