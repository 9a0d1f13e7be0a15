import { type ChecklistItem, computeChecklist } from "../checks/checklist.ts";
import { CHECKS } from "../checks/index.ts";
import { runChecks, wordFinding } from "../checks/run.ts";
import { SYSTEM_CHECKS } from "../checks/system.ts";
import type { Context } from "../context/types.ts";
import type { Feature } from "../feature/types.ts";
import { applyBaseline } from "../findings/baseline.ts";
import type { WordedFinding } from "../findings/finding.ts";
import { buildModel } from "../model/build.ts";
import { fileOf } from "../model/query.ts";
import type { Model } from "../model/types.ts";

/** The model, the findings and the checklist of one feature. */
export interface Review {
  model: Model;
  findings: WordedFinding[];
  checklist: ChecklistItem[];
  /** Findings that a comment in the documents suppresses, with its reason. */
  suppressed: number;
  /** Findings that were there when groundplan was adopted. */
  baselined: number;
  /** Entries of the baseline that no longer occur. */
  stale: { file: string; check: string }[];
}

const KNOWN = new Set(CHECKS.map(({ id }) => id));
const ACROSS = new Set(SYSTEM_CHECKS.map(({ id }) => id));

/**
 * The story of groundplan: documents become facts, facts are judged, and what is found is told.
 * Pure: the same feature and context give the same review, whether or not the text was ever saved.
 */
export function review(feature: Feature, context: Context): Review {
  const model = buildModel(feature, context);
  const { findings: found, suppressed } = runChecks(model);
  const all = found.map(wordFinding);
  const { kept, baselined, stale } = applyBaseline(all, context.baseline, feature.folder, (check) => !ACROSS.has(check));
  const findings = all.filter((finding) => kept.has(finding));
  const outputs = { architecture: fileOf(model, "architecture"), "backend-design": fileOf(model, "backend-design") };
  const checklist = computeChecklist(findings, KNOWN, outputs);
  return { model, findings, checklist, suppressed, baselined, stale };
}
