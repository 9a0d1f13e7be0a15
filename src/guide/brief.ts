import type { OutputKind } from "../config/config.ts";
import type { WordedFinding } from "../findings/finding.ts";
import { fileOf } from "../model/query.ts";
import type { Model } from "../model/types.ts";
import type { Review } from "../review/feature.ts";
import { shareBudget } from "./budget.ts";
import { decisiveFacts } from "./code/facts.ts";
import type { FactGroup } from "./fact-group.ts";
import { factsFor } from "./facts.ts";
import { sayOutgrown } from "./fitting.ts";
import { hazardsOf } from "./hazards/index.ts";
import { type OpenSection, openSections, sectionsBehind } from "./open-sections.ts";
import { outlineOf } from "./outline.ts";
import { openProposals, type Proposal, proposePatterns, weightiest } from "./pattern-proposals.ts";
import { briefResearch, type DocumentBrief } from "./research.ts";
import { isBegun, type SectionBrief, sectionBrief } from "./section-brief.ts";
import { staleSections } from "./stale.ts";
import { currentStep, type Step, stepsOf } from "./steps.ts";

/** The next piece of work on a feature. */
export interface Brief {
  step: Step;
  /** Why this step and no other. */
  why: string;
  /** The section to write now; absent where the step asks for something else. */
  section?: SectionBrief;
  /** The document to write as a whole, in place of a section. */
  document?: DocumentBrief;
  /** Of a document that nobody has begun: that it cannot hold what the feature holds, and what to do. */
  outgrown?: string;
  /** What of the code decides the design, before it is begun. */
  code: FactGroup[];
  /** Other sections of the step that are missing or have findings. */
  remaining: string[];
  /** Of a document that nobody has begun: its other sections with their shapes, so that it can be written in one go. */
  outline: string[];
  /** Patterns that the feature calls for. */
  patterns: readonly Proposal[];
  /** What goes wrong in production and the design does not deal with, once both documents are written. */
  hazards: string[];
  /** What only a person can decide or provide. */
  ask: string[];
  findings: WordedFinding[];
}

const OUTPUT_OF: Partial<Record<Step["id"], OutputKind>> = { "define-architecture": "architecture", "design-interface": "backend-design" };

/** The steps in which both documents are there. */
const WRITTEN: ReadonlySet<Step["id"]> = new Set(["apply-patterns", "align-domains", "quality-checklist", "finish"]);

function openHazards(model: Model): string[] {
  return hazardsOf(model).flatMap(({ question, answer }) => (answer ? [] : [question]));
}

/**
 * Gives the brief for the next piece of work: which step, why, and what the writer needs for it.
 *
 * @returns undefined when every gate holds
 */
export function nextStep(review: Review): Brief | undefined {
  const step = currentStep(stepsOf(review));
  if (!step) return undefined;
  const { model } = review;
  const isFirst = step.id === "analyze-requirements";
  const output = OUTPUT_OF[step.id];
  const sections = output ? openSections(review, output) : sectionsBehind(review, step);
  const [first, ...rest] = sections;
  return {
    step,
    why: whyOpen(step, sections, model),
    section: first && withChanges(model, sectionBrief(review, first)),
    document: isFirst ? briefResearch(review) : undefined,
    code: isFirst ? [...decisiveFacts(model), ...factsFor(model, ["open-questions"])] : [],
    remaining: rest.map(
      ({ alignment, document }) =>
        `${model.files[document]}: ${alignment.template.title}${sayShare(model, document, alignment.template.title)}`,
    ),
    outgrown: output && !isBegun(model.documents[output]) ? sayOutgrown(model, output) : undefined,
    outline: output && !isBegun(model.documents[output]) ? outlineOf(model, output, sections) : [],
    patterns: patternsFor(step, model),
    hazards: WRITTEN.has(step.id) ? openHazards(model) : [],
    ask: questions(review, step),
    // What the inputs say wrongly of the code stands among its facts.
    findings: isFirst ? step.findings.filter((finding) => !isOfCode(finding)) : step.findings,
  };
}

const isOfCode = ({ check, message }: WordedFinding): boolean =>
  check === "contradicted-input" && /^(?:absent|otherwise|perhapsAbsent|perhapsOtherwise)$/.test(message);

/** All that fit, before the architecture is begun; then those that nobody has decided on yet. */
function patternsFor({ id }: Step, model: Model): readonly Proposal[] {
  if (id === "define-architecture" && !isBegun(model.documents.architecture)) return weightiest(proposePatterns(model));
  return id === "define-architecture" || id === "apply-patterns" ? openProposals(model) : [];
}

/** What fits is said before the first section: all shares together are the document. */
function sayShare(model: Model, document: OutputKind, title: string): string {
  const share = shareBudget(model, document).find((each) => each.title === title);
  return share ? `, about ${share.lines} lines${share.form === "table" ? ", repeated items as a table" : ""}` : "";
}

/** What a section was not written for yet stands first among what it must use. */
function withChanges(model: Model, brief: SectionBrief): SectionBrief {
  const stale = staleSections(model).find(({ document, section }) => document === brief.document && section === brief.section);
  if (!stale) return brief;
  const items = stale.because.map(({ id, whole }) => `${id}: ${whole}`);
  return { ...brief, facts: [{ label: "requirements that have changed since", from: fileOf(model, "prd"), items }, ...brief.facts] };
}

function whyOpen({ number, open, gate }: Step, sections: readonly OpenSection[], model: Model): string {
  const missing = sections.filter(({ state }) => state === "missing");
  const [first] = missing;
  if (first)
    return `Step ${number} of 7 is open: ${missing.length} ${missing.length === 1 ? "section" : "sections"} of ${model.files[first.document]} ${missing.length === 1 ? "is" : "are"} not written yet.`;
  return `Step ${number} of 7 is open: ${(open[0] ?? gate).replace(/\.$/, "")}.${open.length > 1 ? ` And ${open.length - 1} more.` : ""}`;
}

/** What the documents cannot answer is a person's to say. */
function questions({ model }: Review, { id }: Step): string[] {
  if (id !== "analyze-requirements") return [];
  const asked: string[] = [];
  if (!model.documents.prd) asked.push(`Where is the PRD? It belongs to ${fileOf(model, "prd")}.`);
  if (model.interfaceKinds.length === 0) asked.push("Which kinds of interface does the feature offer: api, library, cli, service?");
  return asked;
}
