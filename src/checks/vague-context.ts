import { family } from "../model/documents/families.ts";
import { followsTemplate } from "../model/query.ts";
import type { AlignedDocument } from "../model/types.ts";
import { within } from "../text/ranges.ts";

/** What of a document demands something, so that a vague word in it leaves something open. */
export type Demands = (match: RegExpExecArray) => boolean;

/**
 * A document that keeps to the template specifies throughout. In another one much is told, weighed and remembered: there a word is
 * judged in what it says of components, structures, interfaces and flows, and where a sentence demands.
 *
 * @returns what tells whether the sentence of a match demands something of who builds
 */
export function demandsOf(document: AlignedDocument): Demands {
  const { prose } = document.markdown;
  const isBackground = within(document.background);
  const isAside = (index: number) => isBackground(index) || isJudgedOrAsked(prose, lineUpTo(document, index), index);
  if (followsTemplate(document)) return (match) => !isAside(match.index);
  const records = RECORDS.flatMap((facts) => family(document, facts))
    .flatMap(({ children }) => children.flatMap(({ template, sections }) => (template.repeated ? sections : [])))
    .map(({ span }) => span);
  const inRecord = within(records);
  return ({ index }) => !isAside(index) && (inRecord(index) || isNormative(prose, lineUpTo(document, index), index));
}

const RECORDS = ["components", "structures", "endpoints", "functions", "commands", "events", "flows"];

/** What tells why specifies nothing; a box to tick or a mark of praise judges, and a question asks whoever reads. */
function isJudgedOrAsked(prose: string, line: string, index: number): boolean {
  return (
    JUDGED.test(line) ||
    WHY.test(line) ||
    /\?\s{1,2}\(?[^.!?|]{0,200}$/.test(line.slice(-204)) ||
    /^[^.!;|\n]{0,200}\.?\?/.test(prose.slice(index, index + 200))
  );
}

const JUDGED = /^\s{0,20}(?:(?:[-*+]|\d{1,3}[.)])\s{1,4})?(?:\[[ xX]\]\s|[*|\s]{0,5}[✅❌✔✗☑⚠]|#{1,6}\s)/u;
const WHY =
  /^\s{0,20}(?:[-*+]\s{1,4})?\*\*(?:why|rationale|reason|benefits?|advantages?|disadvantages?|pros|cons|trade-?offs?|confidence[^*\n]{0,20}|motivation|alternatives?[^*\n]{0,30}|future[^*\n]{0,30})\b[^*\n]{0,20}\*\*/iu;

/** The line of a place, up to it. */
function lineUpTo({ markdown: { prose, lines } }: AlignedDocument, index: number): string {
  return prose.slice(lines.offset(lines.point(index).line, 1), index);
}

const MODAL = /\b(?:must|shall|should|needs? to|ha(?:s|ve) to|(?:is|are) (?:required|expected) to)\b/i;
const STEP = /^\s{0,20}\d{1,3}[.)]\s{1,4}(?=[\p{L}`])/u;
const IMPERATIVE =
  /^\s{0,20}[-*+]\s{1,4}(?:add|allow|apply|call|check|clean|create|delete|ensure|fail|generate|handle|implement|insert|load|log|parse|process|provide|raise|read|reject|remove|report|retry|return|send|set|store|support|update|use|validate|wait|write)s?\b/i;

/** A sentence that demands: by its modal verb, as a step of a numbered list, or as an order. */
function isNormative(prose: string, line: string, index: number): boolean {
  if (STEP.test(line) || IMPERATIVE.test(line)) return true;
  const before = prose.slice(Math.max(0, index - 300), index);
  const start = Math.max(before.lastIndexOf("\n\n"), before.lastIndexOf(". "), before.lastIndexOf("|"), before.lastIndexOf("\n- "));
  return MODAL.test(before.slice(start + 1));
}
