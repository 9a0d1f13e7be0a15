import { deciderOf, decidersIn, type Model, type OutputKind, type TemplateSection } from "../../core.ts";
import { ARCHITECTURE } from "./architecture.ts";
import { BACKEND } from "./backend.ts";
import type { Composer, Request } from "./composer.ts";
import { LAYOUTS, type Layout } from "./layout.ts";
import { askedOf, blocks, countGaps, gap } from "./markdown.ts";
import { type DraftedRow, takeOrigins } from "./origins.ts";
import { inTeamWords } from "./wording.ts";

/** A section as the outline author writes it: Markdown below its heading. */
export interface Composed {
  document: OutputKind;
  section: string;
  body: string;
  /** The places where judgement is needed. */
  gaps: number;
  /** Where each of its lines is from. */
  rows: DraftedRow[];
}

const COMPOSERS: Readonly<Record<OutputKind, Readonly<Record<string, Composer>>>> = {
  architecture: ARCHITECTURE,
  "backend-design": { ...BACKEND, "related-documents": ARCHITECTURE["related-documents"] ?? (() => []) },
};

/** Heading, title, front matter and blank lines around them. */
const FRAME_LINES = 13;

/**
 * Composes every section of an output from the feature's inputs, in the most readable layout that keeps
 * the line budget. States nothing that the inputs do not state; marks a gap where they are silent.
 */
export function composeDocument(model: Model, kind: OutputKind): Composed[] {
  const max = model.context.templates[kind].lines?.max ?? Number.POSITIVE_INFINITY;
  const candidates = LAYOUTS.map((layout) => composeIn(model, kind, layout)).map((sections) => ({ sections, lines: linesOf(sections) }));
  // The fullest that fits; where none fits, the shortest.
  const fitting = candidates.filter(({ lines }) => lines <= max).toSorted((a, b) => b.lines - a.lines);
  const shortest = candidates.toSorted((a, b) => a.lines - b.lines);
  return (fitting[0] ?? shortest[0])?.sections ?? [];
}

function composeIn(model: Model, kind: OutputKind, layout: Layout): Composed[] {
  const deciders = decidersIn(model);
  return model.context.templates[kind].sections.flatMap((section) => {
    const composed = composeSection(section, { model, kind, layout });
    const decider = deciderOf(deciders, section.facts ?? section.sections[0]?.facts);
    const { lines, rows } = takeOrigins(decider ? askedOf(composed, decider.name) : composed);
    if (lines.length === 0) return [];
    const body = lines.join("\n");
    return [{ document: kind, section: section.title, body, gaps: countGaps(body), rows }];
  });
}

function linesOf(sections: readonly Composed[]): number {
  return sections.reduce((sum, { body }) => sum + body.split("\n").length + 4, FRAME_LINES);
}

/** The section's own contents, then those of its subsections. */
function composeSection(section: TemplateSection, request: Omit<Request, "section" | "labels">): string[] {
  const repeated = section.sections.find((child) => child.repeated);
  const labels = (repeated ?? section).parts.flatMap((part) => (part.form === "field" ? [part.label] : []));
  const composed = section.facts ? (COMPOSERS[request.kind][section.facts]?.({ ...request, section, labels }) ?? []) : [];
  const stated = inTeamWords(section, composed);
  const children = composeChildren(section, request);
  if (stated.length > 0) return blocks(stated, children);
  // An optional section that the inputs say nothing of is left out, unless its condition calls for it.
  if (section.optional && children.length === 0 && !isCalledFor(section, request.model)) return [];
  const missing =
    repeated && section.sections.every((child) => child.repeated)
      ? [gap(ASKED[section.facts ?? ""] ?? `${repeated.title.replace(/[{}]/g, "").trim()}: the inputs name none`)]
      : inTeamWords(section, gapsFor(section));
  return blocks(missing, children);
}

/** What is to be decided where the inputs name nothing that is repeated in a section. */
const ASKED: Readonly<Record<string, string>> = {
  structures: "which records the feature takes, gives and keeps, with their fields: the inputs list none",
  flows: "which calls and answers make up each flow: the inputs tell no steps, stories or scenarios",
  endpoints: "which endpoints the feature offers, by method and path: the inputs name none",
  commands: "which commands the feature offers: the inputs name none",
  events: "which events the feature takes and gives: the inputs name none",
  functions: "which functions the feature offers: the inputs name none",
  components: "which parts make up the feature: the inputs name none and suggest none",
};

/** Parts of one section on which nothing is stated are one question. */
function composeChildren(section: TemplateSection, request: Omit<Request, "section" | "labels">): string[] {
  const parts = section.sections.filter((child) => !child.repeated).map((child) => ({ child, lines: composeChild(child, request) }));
  const silent = parts.filter(({ lines }) => lines.length > 0 && isOpen(lines.slice(2)));
  if (silent.length < 2) return blocks(...parts.map(({ lines }) => lines));
  const question = gap(`${silent.map(({ child }) => child.title).join(", ")}: the inputs state nothing of them`);
  return blocks([question], ...parts.filter((part) => !silent.includes(part)).map(({ lines }) => lines));
}

const QUESTION = /^(?:- )?\{Decide: [^{}]*\}$|^\|(?: \{Decide: [^{}]*\} \|)+$/;
const RULE = /^\|(?: -{3} \|)+$/;

/** Nothing but questions, and the columns of a table of them. */
function isOpen(lines: readonly string[]): boolean {
  return lines.every((line, index) => line === "" || QUESTION.test(line) || RULE.test(line) || RULE.test(lines[index + 1] ?? ""));
}

function composeChild(child: TemplateSection, request: Omit<Request, "section" | "labels">): string[] {
  const body = composeSection(child, request);
  return body.length === 0 ? [] : [`${"#".repeat(child.depth)} ${child.title}`, "", ...body];
}

function isCalledFor({ when }: TemplateSection, { interfaceKinds, documents }: Model): boolean {
  return when !== undefined && ((interfaceKinds as readonly string[]).includes(when) || when in documents);
}

/** The template's parts, each as a gap that the checks report. */
function gapsFor(section: TemplateSection): string[] {
  return blocks(
    ...section.parts.map((part): string[] => {
      switch (part.form) {
        case "prose":
          return [gap(part.hint)];
        case "field":
          return [`**${part.label}**: ${gap(part.hint)}`];
        case "table":
          // One question, and not one for each column.
          return [gap(`${part.columns.join(", ").toLowerCase()}: the inputs state none`)];
        case "list":
          return [`${part.ordered ? "1." : "-"} ${gap(part.hint)}`];
        case "diagram":
          return [gap(`a ${part.type}`)];
      }
    }),
  );
}
