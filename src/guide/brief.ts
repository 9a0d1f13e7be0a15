import { findingsIn } from "../actions/write-section.ts";
import type { OutputKind } from "../config/config.ts";
import type { TemplateSection } from "../context/types.ts";
import type { WordedFinding } from "../findings/finding.ts";
import { allAlignments, fileOf } from "../model/query.ts";
import type { Alignment, Model } from "../model/types.ts";
import type { Review } from "../review/feature.ts";
import { type Form, shareBudget } from "./budget.ts";
import { documentsToLink, type FactGroup, factsFor } from "./facts.ts";
import { openProposals, type Proposal, proposePatterns } from "./fit.ts";
import { briefResearch, type DocumentBrief } from "./research.ts";
import { describeShape } from "./shape.ts";
import { currentStep, type Step, stepsOf } from "./steps.ts";

/** What a writer needs for one section, and no more. */
export interface SectionBrief {
  document: OutputKind;
  file: string;
  /** The revision that a write must name. */
  revision: string;
  section: string;
  /** `missing` is to be written, `open` stands but has findings. */
  state: "missing" | "open";
  guidance: string;
  shape: string[];
  /** The section's share of the line budget. */
  lines: number;
  form: Form;
  /** The families of facts that the section holds. */
  families: string[];
  facts: FactGroup[];
  /** Documents that the section has to link to. */
  links: string[];
  findings: WordedFinding[];
}

/** The next piece of work on a feature. */
export interface Brief {
  step: Step;
  /** Why this step and no other. */
  why: string;
  /** The section to write now; absent where the step asks for something else. */
  section?: SectionBrief;
  /** The document to write as a whole, in place of a section. */
  document?: DocumentBrief;
  /** Other sections of the step that are missing or have findings. */
  remaining: string[];
  /** Patterns that the feature calls for. */
  patterns: readonly Proposal[];
  /** What only a person can decide or provide. */
  ask: string[];
  findings: WordedFinding[];
}

const OUTPUT_OF: Partial<Record<Step["id"], OutputKind>> = { "define-architecture": "architecture", "design-interface": "backend-design" };

/**
 * Gives the brief for the next piece of work: which step, why, and what the writer needs for it.
 *
 * @returns undefined when every gate holds
 */
export function nextStep(review: Review): Brief | undefined {
  const step = currentStep(stepsOf(review));
  if (!step) return undefined;
  const { model } = review;
  const output = OUTPUT_OF[step.id];
  const sections = output ? openSections(review, output) : sectionsBehind(review, step);
  const [first, ...rest] = sections;
  return {
    step,
    why: whyOpen(step, sections, model),
    section: first && sectionBrief(review, first),
    document: step.id === "analyze-requirements" ? briefResearch(review) : undefined,
    remaining: rest.map(({ alignment, document }) => `${model.files[document]}: ${alignment.template.title}`),
    patterns: step.id === "apply-patterns" ? openProposals(model) : step.id === "define-architecture" ? proposePatterns(model) : [],
    ask: questions(review, step),
    findings: step.findings,
  };
}

/** @returns the titles of the sections that an output should have: required, there already, or with something in the inputs to say. */
export function wantedSections({ model }: Review, kind: OutputKind): string[] {
  const alignments = model.documents[kind]?.alignments ?? [];
  return alignments.filter((alignment) => isWanted(alignment, model)).map(({ template }) => template.title);
}

/** @returns the brief for one section, whether or not it is the next one; undefined where the output has no such section. */
export function briefFor(review: Review, kind: OutputKind, title: string): SectionBrief | undefined {
  const alignment = review.model.documents[kind]?.alignments.find(({ template }) => template.title === title);
  if (!alignment) return undefined;
  const state = alignment.sections.length === 0 ? "missing" : "open";
  return sectionBrief(review, { document: kind, alignment, state, findings: findingsIn(review, kind, title) });
}

/** @returns the title of the top section that holds a family of facts, in an output. */
export function sectionHolding({ model }: Review, kind: OutputKind, facts: string): string | undefined {
  return model.context.templates[kind].sections.find((section) => familiesOf(section).includes(facts))?.title;
}

function whyOpen({ number, open, gate }: Step, sections: readonly OpenSection[], model: Model): string {
  const missing = sections.filter(({ state }) => state === "missing");
  const [first] = missing;
  if (first)
    return `Step ${number} of 7 is open: ${missing.length} ${missing.length === 1 ? "section" : "sections"} of ${model.files[first.document]} ${missing.length === 1 ? "is" : "are"} not written yet.`;
  return `Step ${number} of 7 is open: ${open[0] ?? gate}${open.length > 1 ? ` And ${open.length - 1} more.` : ""}`;
}

interface OpenSection {
  document: OutputKind;
  alignment: Alignment;
  state: SectionBrief["state"];
  findings: WordedFinding[];
}

/** What is missing comes first, in the template's order; what has findings comes after it. */
function openSections(review: Review, kind: OutputKind): OpenSection[] {
  const document = review.model.documents[kind];
  if (!document) return [];
  const all = document.alignments
    .filter((alignment) => isWanted(alignment, review.model))
    .map((alignment): OpenSection => {
      const findings = findingsIn(review, kind, alignment.template.title).filter(({ severity }) => severity === "error");
      return { document: kind, alignment, state: alignment.sections.length === 0 ? "missing" : "open", findings };
    });
  return [
    ...all.filter(({ state }) => state === "missing"),
    ...all.filter(({ state, findings }) => state === "open" && findings.length > 0),
  ];
}

/** Required, or there already, or optional with something in the inputs to say. */
function isWanted({ template, required, sections }: Alignment, model: Model): boolean {
  return required || sections.length > 0 || (template.when === undefined && factsFor(model, familiesOf(template)).length > 0);
}

/** In the later steps the findings lead to the sections. */
function sectionsBehind(review: Review, step: Step): OpenSection[] {
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
  return alignment ? [{ document: kind, alignment, state: "open", findings: findingsIn(review, kind, alignment.template.title) }] : [];
}

function familiesOf(section: TemplateSection): string[] {
  return [...(section.facts ? [section.facts] : []), ...section.sections.flatMap(familiesOf)];
}

function sectionBrief(review: Review, { document: kind, alignment, state, findings }: OpenSection): SectionBrief {
  const { model } = review;
  const { template } = alignment;
  const document = model.documents[kind];
  const required = new Set(
    document
      ? allAlignments(document)
          .filter((candidate) => isWanted(candidate, model))
          .map((candidate) => candidate.template)
      : [],
  );
  const budget = shareBudget(model, kind).find(({ title }) => title === template.title);
  return {
    document: kind,
    file: fileOf(model, kind),
    revision: document?.revision ?? "",
    section: template.title,
    state,
    guidance: guidanceOf(template, required),
    shape: describeShape(template, (section) => required.has(section)),
    lines: budget?.lines ?? 0,
    form: budget?.form ?? "headings",
    families: familiesOf(template),
    facts: factsFor(
      model,
      familiesOf(template).filter((facts) => isCalledFor(template, facts, required)),
    ),
    links: template.facts === "related-documents" ? documentsToLink(model, kind) : [],
    findings,
  };
}

function isCalledFor(section: TemplateSection, facts: string, required: ReadonlySet<TemplateSection>): boolean {
  const holder = [section, ...section.sections].find((candidate) => candidate.facts === facts);
  return !holder || required.has(holder) || !holder.optional || holder.when === undefined;
}

function guidanceOf(section: TemplateSection, required: ReadonlySet<TemplateSection>): string {
  const children = section.sections.filter(
    (child) => child.guidance !== "" && (!child.optional || child.when === undefined || required.has(child)),
  );
  return [section.guidance, ...children.map((child) => `${child.title}: ${child.guidance}`)].filter(Boolean).join("\n");
}

/** What the documents cannot answer is a person's to say. */
function questions({ model }: Review, { id }: Step): string[] {
  if (id !== "analyze-requirements") return [];
  const asked: string[] = [];
  if (!model.documents.prd) asked.push(`Where is the PRD? It belongs to ${fileOf(model, "prd")}.`);
  if (model.interfaceKinds.length === 0) asked.push("Which kinds of interface does the feature offer: api, library, cli, service?");
  return asked;
}
