import { posix } from "node:path";
import {
  cutAtWord,
  isDecision,
  type Model,
  openingOf,
  type Proposal,
  proposePatterns,
  type Said,
  sentencesOf,
  statedIn,
  wholeOf,
} from "../../core.ts";
import { citation, citeSaid } from "./cite.ts";
import { researched } from "./components.ts";
import { deniedByCode } from "./concerns.ts";
import { bodyOf, cellOf, sourceOf } from "./inputs.ts";
import { code, gap, table } from "./markdown.ts";
import { from, rowSources, suggested } from "./origins.ts";

/** Columns of the research report's table in the order of its template. */
const DECISION = ["Decision", "Rationale"];
const MOST_ROWS = 6;

/** @returns what the PRD says first of what the feature is about */
export function scope(model: Model): string[] {
  const stated = bodyOf(model, "prd", "overview");
  const opened = stated === "" ? openingOf(model) : "";
  const opening = model.documents.prd?.markdown.sections[0];
  if (opened !== "") return [from(opened, opening && model.documents.prd?.place(opening.heading))];
  const overview = stated || bodyOf(model, "research", "overview");
  if (overview === "") return [];
  const first = overview.split(/\n\s*\n/, 1)[0] ?? "";
  return [from(sentencesOf(first), sourceOf(model, stated === "" ? "research" : "prd", "overview"))];
}

/** @returns the decisions of the research report, else the statements that bind how the feature is built */
export function decisions(model: Model): string[] {
  const taken = model.research.decisions.map((row) => [
    cellOf(row, "Decision", DECISION),
    from(cellOf(row, "Rationale", DECISION) || gap("why"), ...rowSources(row)),
  ]);
  if (taken.length > 0) return table(DECISION, taken);
  // What the code has otherwise is no decision: it stands among the departures.
  const denied = new Set(deniedByCode(model).map(({ place }) => place.line));
  const assumptions = statedIn(model).assumptions.filter(({ source }) => !denied.has(source.line));
  const rows = [
    ...bindingStatements(model).map((one) => [cutAtWord(wholeOf(one), 200), from(`Stated by ${one.id}`, one.source)]),
    ...assumptions
      .slice(0, MOST_ROWS)
      .map(({ text, source }) => [cutAtWord(text, 200), from(`Assumed by the PRD (${citation([source])})${unseen(model, text)}`, source)]),
  ];
  return rows.length === 0 ? [] : table(DECISION, rows.slice(0, MOST_ROWS + 2));
}

/** @returns the statements that bind how the feature is built, each text once, as many as the table of decisions shows */
export function bindingStatements(model: Model): Said[] {
  const binding = statedIn(model).said.filter(
    (one) => (one.kind === "functional" || one.kind === "non-functional") && isDecision({ text: wholeOf(one), label: one.label }),
  );
  return [...new Map(binding.map((one) => [one.text, one])).values()].slice(0, MOST_ROWS);
}

/** Names of an assumption that the report on the code does not have: what is assumed may not be so. */
function unseen({ documents: { research } }: Model, text: string): string {
  if (!research) return "";
  const names = Array.from(text.matchAll(/`([^`]{2,60})`/g), ([, name = ""]) => name);
  const missing = names.filter((name) => !research.markdown.text.includes(name)).map(code);
  return missing.length === 0 ? "" : `; the research report does not name ${missing.join(", ")}`;
}

/** @returns the patterns that a statement calls for by its subject, each statement in a row */
export function patterns(model: Model): string[] {
  // What only the present outputs call for is no demand of the inputs.
  const asked = proposePatterns(model).filter(({ place }) => place.file === model.documents.prd?.file);
  // Where nobody has agreed on the parts of the system, few patterns can be told, and none by a word that stands beside the subject.
  const isAgreed = researched(model).length > 0;
  const proposals = isAgreed ? asked : asked.filter((proposal) => isCalledFor(model, proposal));
  if (proposals.length === 0) return [];
  // One row for one statement: a line of the budget for what calls, and not for each pattern that answers.
  const statements = new Map(proposals.map(({ because }) => [because, proposals.filter((other) => other.because === because)]));
  return table(
    ["Pattern", "Decision", "Where and why"],
    [...statements].slice(0, isAgreed ? undefined : MOST_ROWS).map(([because, called]) => {
      const words = called.flatMap(({ signal, isFact }) => (isFact ? [] : [`"${signal}"`]));
      const one = statedIn(model).said.find(({ source }) => source.line === called[0]?.place.line);
      return [
        called.map(({ pattern }) => `[${pattern.title}](${posix.relative(model.feature.folder, pattern.link)})`).join(", "),
        "Applied",
        suggested(
          `The PRD calls for it${words.length === 0 ? "" : ` (${words.join(", ")})`}: ${one ? citeSaid(one, 110) : cutAtWord(because, 110)}`,
          called[0]?.place,
        ),
      ];
    }),
  );
}

/** A request that changes something is in every feature; one word may stand anywhere, several tell what a statement is about. */
function isCalledFor(model: Model, { pattern, signal, isFact, because, place }: Proposal): boolean {
  const { kinds, said } = statedIn(model);
  if (pattern.category === "api" && kinds.length > 0 && !kinds.includes("api")) return false;
  if (/\b(?:front.?end|ui|page|screen|form)\b/i.test(because)) return false;
  if (isFact) return signal !== "changing request" && signal !== "stored data";
  if (/[\s-]/.test(signal)) return said.some(({ source }) => source.line === place.line);
  const word = new RegExp(`\\b${signal.replace(/[^\w]/g, ".").slice(0, 40)}`, "i");
  return said.filter((one) => word.test(wholeOf(one))).length > 1;
}
