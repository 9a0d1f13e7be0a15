import type { Context } from "../context/types.ts";
import { withText } from "../feature/read-feature.ts";
import type { Feature, FeatureDocument } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import { withMark } from "../feature/writing/edit.ts";
import type { WordedFinding } from "../findings/finding.ts";
import { type Review, review } from "../review/feature.ts";
import { applyEdits, type Edit } from "./edits.ts";
import { proposeFixes } from "./propose.ts";

/** One fix may be what another waits for, as links wait for the headings that they lead to. */
const ROUNDS = 5;

export interface FixedFeature {
  /** The feature as it would be if the edits were saved; its revisions are still those that were read. */
  feature: Feature;
  /** The edits of each round, each on the texts that the round before has left. */
  rounds: Edit[][];
  /** What is left to mend by hand. */
  findings: WordedFinding[];
}

/**
 * Mends a feature in memory, until nothing is left to propose. Nothing is written.
 *
 * @param propose what to mend: `proposeFixes`, or `numberRequirements` where that was asked for
 */
export function fixFeature(
  workspace: Workspace,
  feature: Feature,
  context: Context,
  propose: (review: Review) => Edit[] = proposeFixes,
): FixedFeature {
  const rounds: Edit[][] = [];
  let fixed = feature;
  let reviewed = review(fixed, context);
  for (let edits = propose(reviewed); edits.length > 0 && rounds.length < ROUNDS; edits = propose(reviewed)) {
    fixed = withEdits(workspace, fixed, edits);
    reviewed = review(fixed, context);
    rounds.push(edits);
  }
  return { feature: fixed, rounds, findings: reviewed.findings };
}

/** @returns the feature with edits made in its documents; nothing is written. */
function withEdits(workspace: Workspace, feature: Feature, edits: readonly Edit[]): Feature {
  const changed = Object.values(feature.documents).filter(({ file }) => edits.some((edit) => edit.file === file));
  return changed.reduce((into, document) => withText(workspace, into, document.kind, edited(document, edits)), feature);
}

function edited({ file, markdown }: FeatureDocument, edits: readonly Edit[]): string {
  return withMark(
    markdown,
    applyEdits(
      markdown.text,
      edits.filter((edit) => edit.file === file),
    ),
  );
}
