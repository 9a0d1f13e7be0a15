import { type ChecklistItem, computeChecklist } from "../checks/checklist.ts";
import { CHECKS } from "../checks/index.ts";
import { runChecks, wordFinding } from "../checks/run.ts";
import { SYSTEM_CHECKS } from "../checks/system.ts";
import { readContracts } from "../contracts/read/read.ts";
import type { Feature } from "../feature/types.ts";
import { applyBaseline } from "../findings/baseline.ts";
import { KnownError } from "../findings/errors.ts";
import type { WordedFinding } from "../findings/finding.ts";
import { buildModel } from "../model/build.ts";
import { fileOf } from "../model/query.ts";
import type { Known, Model } from "../model/types.ts";
import { failedFiles, leaveOutFailing } from "./left-out.ts";

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
  /** The documents that groundplan itself failed over, and that were left out. */
  failed: string[];
}

const KNOWN = new Set(CHECKS.map(({ id }) => id));
const ACROSS = new Set(SYSTEM_CHECKS.map(({ id }) => id));

/**
 * The story of groundplan: documents become facts, facts are judged, and what is found is told.
 * Pure: the same feature and context give the same review, whether or not the text was ever saved. A defect of groundplan that
 * a document brings to light is a finding on that document: the others are judged.
 */
export function review(feature: Feature, context: Known): Review {
  try {
    return judge(feature, context);
  } catch (thrown) {
    if (thrown instanceof KnownError) throw thrown;
    return judge(
      leaveOutFailing(feature, thrown, (left) => fails(left, context)),
      context,
    );
  }
}

function fails(feature: Feature, context: Known): boolean {
  try {
    judge(feature, context);
    return false;
  } catch {
    return true;
  }
}

function judge(feature: Feature, context: Known): Review {
  const model = buildModel(feature, context, readContracts(feature.contracts));
  const { findings: found, suppressed } = runChecks(model);
  const all = found.map(wordFinding);
  const { kept, baselined, stale } = applyBaseline(all, context.baseline, feature.folder, (check) => !ACROSS.has(check));
  const findings = all.filter((finding) => kept.has(finding));
  const outputs = { architecture: fileOf(model, "architecture"), "backend-design": fileOf(model, "backend-design") };
  const checklist = computeChecklist(findings, KNOWN, outputs, (kind) => model.documents[kind] !== undefined);
  return { model, findings, checklist, suppressed, baselined, stale, failed: failedFiles(feature) };
}
