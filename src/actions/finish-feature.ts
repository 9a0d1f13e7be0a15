import { isOutput } from "../config/config.ts";
import type { Context } from "../context/types.ts";
import { formatKey } from "../feature/key.ts";
import { readFeature } from "../feature/read-feature.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { setFrontMatter, withMark } from "../feature/writing/edit.ts";
import { writeText } from "../feature/writing/write-document.ts";
import { KnownError } from "../findings/errors.ts";
import { type Step, stepsOf } from "../guide/steps.ts";
import { lackingApprovals } from "../model/fingerprints/approvals.ts";
import type { Model } from "../model/types.ts";
import { type DrawOptions, type Proof, proveDiagrams } from "../render/draw.ts";
import { type Review, review } from "../review/feature.ts";
import { recordAnswers, recordHolding } from "./record-answers.ts";
import { waiveFindings } from "./waive-findings.ts";
import { reviewWithPatterns } from "./write-section.ts";

export interface FinishOptions extends Pick<DrawOptions, "env" | "signal" | "onDrawn"> {
  /** The day, as YYYY-MM-DD. */
  today: string;
  /** Requirements that have changed since the design was finished, and of which the answer still holds. */
  holds?: readonly string[];
  /** Findings in the inputs that it was agreed to live with: check, place and reason of each. */
  waive?: readonly string[];
}

/** What came of finishing a feature. */
export interface Finish {
  /** The steps that are still open; empty when the feature is finished. */
  open: Step[];
  /** Whether its diagrams were drawn; absent where an earlier gate is closed. */
  proof?: Proof;
}

/**
 * Sets the status of both outputs to complete, where every gate before the last one holds and each diagram is drawn, as far as a browser
 * is there to draw it, and records what the requirements say, so that one which changes later reopens the design.
 *
 * @throws KnownError `not-changed`, `waiver`; `changed` where a document was changed meanwhile, `stale-revision`; the signal's reason
 */
export async function finishFeature(
  workspace: Workspace,
  context: Context,
  key: FeatureKey,
  { today, holds = [], waive = [], ...drawing }: FinishOptions,
): Promise<Finish> {
  const read = () => review(readFeature(workspace, key), context);
  const { after: present } = reviewWithPatterns(workspace, context, key);
  const first = waiveFindings(workspace, present, waive) ? read() : present;
  const before = recordHolding(workspace, first.model, holds) ? read() : first;
  const early = stepsOf(before).filter(({ id, done }) => id !== "finish" && !done);
  if (early.length > 0) return { open: early };
  const unapproved = lackingApprovals(before.model).map((role) => notApproved(role, key.feature));
  if (unapproved.length > 0) return { open: lastStep(before, unapproved) };
  const diagrams = before.model.diagrams.filter(({ document }) => isOutput(document));
  const proof = await proveDiagrams(diagrams, drawing);
  const undrawn = undrawnIn(proof);
  if (undrawn.length > 0) return { open: lastStep(before, undrawn), proof };
  refuseChanged(before.model, readFeature(workspace, key).documents);
  const drafts = Object.values(before.model.documents).filter(({ kind, metadata }) => isOutput(kind) && metadata.status !== "complete");
  for (const { file, markdown, revision } of drafts) {
    const text = setFrontMatter(markdown, { status: "complete", last_updated: today });
    writeText(workspace, file, withMark(markdown, text), revision);
  }
  const written = drafts.length === 0 ? before : read();
  const after = recordAnswers(workspace, written.model) ? read() : written;
  return { open: stepsOf(after).filter(({ done }) => !done), proof };
}

function notApproved(role: string, feature: string): string {
  return `${role} has not approved this text: groundplan approve ${feature} --as ${role}`;
}

/** What was drawn in a browser and was not shown there, in words. */
function undrawnIn(proof: Proof): string[] {
  if (proof.state === "not-proved") return [];
  return proof.drawn.flatMap(({ diagram: { place }, problem }) =>
    problem === undefined ? [] : [`${place.file}:${place.line}: the diagram is not drawn: ${problem}`],
  );
}

/** The step that stays open when a diagram is not drawn. */
function lastStep(before: Review, undrawn: readonly string[]): Step[] {
  return stepsOf(before)
    .filter(({ id }) => id === "finish")
    .map((step) => ({ ...step, done: false, open: [...undrawn, ...step.open] }));
}

/** Drawing takes seconds: what was reviewed before it must be what is finished after it. */
function refuseChanged({ key, feature }: Model, now: Model["feature"]["documents"]): void {
  const revisions = (documents: typeof now) => JSON.stringify(Object.entries(documents).map(([kind, { revision }]) => [kind, revision]));
  if (revisions(feature.documents) === revisions(now)) return;
  throw new KnownError(
    "changed",
    `documents of ${formatKey(key)} were changed while its diagrams were drawn, nothing was written`,
    "Finish it again.",
  );
}
