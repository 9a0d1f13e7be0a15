import {
  type Brief,
  type DocumentKind,
  type FeatureKey,
  isWritten,
  type OpenProposal,
  OUTPUT_KINDS,
  type Review,
  type WordedFinding,
} from "../core.ts";
import { showBrief } from "./brief/show.ts";
import { wordBrief } from "./brief/word.ts";
import type { ToolContext } from "./define.ts";
import { asData } from "./shown/data.ts";
import { showPending, wordPending } from "./shown/show.ts";
import { MOST_FINDINGS, tellChanges, untold } from "./told.ts";

/** What was written, with what was found in it. */
interface Outcome {
  key: FeatureKey;
  document: DocumentKind;
  review: Review;
  findings: readonly WordedFinding[];
  pending: readonly WordedFinding[];
}

/**
 * Says what an author has to know after a write, so that no other call is needed: what the checks found that is new to them, what waits
 * for other parts, and what is next.
 *
 * @param clean what is said where nothing was found
 */
export function tellAfterWrite(outcome: Outcome, { session, core }: Pick<ToolContext, "session" | "core">, clean: string) {
  const { key, document, review, findings, pending } = outcome;
  const concerned = [...findings, ...elsewhere(outcome)];
  const told = tellChanges({ session, key, all: review.findings, concerned });
  const waiting = showPending(pending);
  const next = sayNext(concerned, core.nextStep(review));
  const lines = [
    ...told,
    ...(concerned.length === 0 ? [clean] : []),
    ...wordPending(waiting),
    ...(document === "architecture" ? sayUndecided(core.openProposals(review.model), session, key) : []),
    next,
  ];
  return { lines, pending: waiting, next };
}

/** What a write brings about in documents that are whole: of the others, only what was written is looked at. */
function elsewhere({ review: { model, findings }, findings: own, pending }: Outcome): WordedFinding[] {
  const unfinished = new Set(
    OUTPUT_KINDS.flatMap((kind) => {
      const file = model.documents[kind]?.file ?? "";
      return model.documents[kind] === undefined || findings.some(({ check, place }) => check === "missing-section" && place.file === file)
        ? [file]
        : [];
    }),
  );
  const outputs = new Set(Object.values(model.documents).flatMap(({ kind, file }) => (isWritten(kind) ? [file] : [])));
  const told = new Set([...own, ...pending]);
  return findings.filter(
    (finding) =>
      finding.severity === "error" &&
      !told.has(finding) &&
      (outputs.has(finding.place.file) ? !unfinished.has(finding.place.file) : unfinished.size === 0),
  );
}

/** @returns what to do after a write: the next brief, so that one call serves for both */
function sayNext(findings: readonly WordedFinding[], brief: Brief | undefined): string {
  const errors = findings.filter(({ severity }) => severity === "error").length;
  if (errors > 0) return "Mend the findings, with the new revision; several in one call.";
  // What the person has to decide, next_step asks.
  if (!brief?.section || brief.ask.length > 0) return brief?.step.id === "finish" ? "Call finish_feature." : "Call next_step.";
  return `Next:\n\n${wordBrief({ ...showBrief(brief, { answers: [], ask: [] }), cautions: [] }, [])}`;
}

/** @returns all patterns that wait for a decision, at once: each round of them moves lines about; told before, they are only named */
function sayUndecided(open: readonly OpenProposal[], session: ToolContext["session"], key: FeatureKey): string[] {
  const fresh = new Set(untold(session, key, open, ({ pattern }) => pattern.slug));
  const named = open
    .slice(0, MOST_FINDINGS)
    .map((each) => (fresh.has(each) ? `[${each.pattern.title}](${each.link}), for "${each.signal}"` : each.pattern.title));
  return open.length === 0 ? [] : [`Patterns that wait for a row, applied or declined with a reason: ${asData(named.join("; "))}.`];
}
