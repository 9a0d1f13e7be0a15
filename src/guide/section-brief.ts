import type { OutputKind } from "../config/config.ts";
import type { TemplateSection } from "../context/types.ts";
import type { WordedFinding } from "../findings/finding.ts";
import { allAlignments, fileOf } from "../model/query.ts";
import type { AlignedDocument } from "../model/types.ts";
import type { Review } from "../review/feature.ts";
import { findingsIn } from "../review/section-findings.ts";
import { type Form, shareBudget } from "./budget.ts";
import { howToCite } from "./citing.ts";
import type { FactGroup } from "./fact-group.ts";
import { documentsToLink, factsFor } from "./facts.ts";
import { familiesOf, isWanted, type OpenSection } from "./open-sections.ts";
import { describeShape } from "./shape.ts";

/** What a writer needs for one section, and no more. */
export interface SectionBrief {
  document: OutputKind;
  file: string;
  /** The revision that a write must name. */
  revision: string;
  section: string;
  state: OpenSection["state"];
  /** How requirements are cited, where the section is the first one of its document. */
  cite: string;
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

/** @returns the brief for one section, whether or not it is the next one; undefined where the output has no such section. */
export function briefFor(review: Review, kind: OutputKind, title: string): SectionBrief | undefined {
  const alignment = review.model.documents[kind]?.alignments.find(({ template }) => template.title === title);
  if (!alignment) return undefined;
  const state = alignment.sections.length === 0 ? "missing" : "open";
  return sectionBrief(review, { document: kind, alignment, state, findings: findingsIn(review, kind, title) });
}

/** @returns what a writer needs for a section. */
export function sectionBrief(review: Review, { document: kind, alignment, state, findings }: OpenSection): SectionBrief {
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
    cite: isBegun(document) ? "" : howToCite(model),
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

/** @returns whether any section of a document stands. */
export function isBegun(document: AlignedDocument | undefined): boolean {
  return document?.alignments.some(({ sections }) => sections.length > 0) === true;
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
