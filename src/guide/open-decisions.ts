import { OUTPUT_KINDS, type OutputKind } from "../config/config.ts";
import { topSections } from "../feature/writing/edit.ts";
import type { Model } from "../model/types.ts";

/** A place in an output where somebody has to decide something. */
export interface OpenDecision {
  document: OutputKind;
  file: string;
  section: string;
  line: number;
  question: string;
}

/** What a decision in a section holds up, the most first: the kinds of interface before the parts, these before what hangs on them. */
const WEIGHT = [
  "interface-overview",
  "components",
  "structures",
  "endpoints",
  "functions",
  "commands",
  "events",
  "external-integrations",
  "internal-integrations",
  "flows",
  "system-diagram",
  "security",
  "errors",
  "error-format",
  "departures",
  "decisions",
  "patterns",
  "codebase",
  "risks",
  "stack",
  "pagination",
  "rate-limits",
  "versioning",
  "coverage",
];
const GAP = /\{Decide: ([^{}\n]{1,400})\}/g;

/** @returns what a draft leaves to be decided, the weightiest first; the cells of one table are one decision */
export function openDecisions({ documents }: Model): OpenDecision[] {
  const found = OUTPUT_KINDS.flatMap((document) => {
    const own = documents[document];
    if (!own) return [];
    return topSections(own.markdown).flatMap(({ title, heading, span }) => {
      const text = own.markdown.text.slice(heading.end, span.end);
      if (!text.includes("{Decide: ")) return [];
      const template = own.alignments.find(({ sections }) => sections.some((section) => section.heading.line === heading.line))?.template;
      const families = template ? [template.facts, ...template.sections.map(({ facts }) => facts)] : [];
      const at = WEIGHT.findIndex((facts) => families.includes(facts));
      const weight = at === -1 ? WEIGHT.length : at;
      return decisionsIn(text, own.place(heading).line).map((one) => ({
        weight,
        decision: { document, file: own.file, section: title, ...one },
      }));
    });
  });
  return found.toSorted((a, b) => a.weight - b.weight).map(({ decision }) => decision);
}

function decisionsIn(text: string, from: number): { line: number; question: string }[] {
  const lines = text.split("\n");
  return lines.flatMap((line, index) => {
    const asked = Array.from(line.matchAll(GAP), ([, question = ""]) => question);
    if (asked.length === 0 || (line.startsWith("|") && isAskedAbove(lines, index))) return [];
    const told = line.startsWith("|") ? asked.slice(0, 1) : asked;
    return told.map((question) => ({ line: from + index, question }));
  });
}

/** Whether an earlier row of the same table asks already. */
function isAskedAbove(lines: readonly string[], index: number): boolean {
  for (let at = index - 1; lines[at]?.startsWith("|"); at--) if (lines[at]?.includes("{Decide: ")) return true;
  return false;
}
