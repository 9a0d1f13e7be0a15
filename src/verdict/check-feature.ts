import { readFeature } from "../feature/read-feature.ts";
import { sourcesOf } from "../feature/sources.ts";
import type { FeatureKey } from "../feature/types.ts";
import type { Workspace } from "../feature/workspace.ts";
import type { Place } from "../findings/finding.ts";
import { progressOf } from "../guide/steps.ts";
import type { Known } from "../model/types.ts";
import { type Review, review } from "../review/feature.ts";
import { readJudgedFacts } from "../system/feature-facts.ts";
import { packFacts, packVerdict } from "./pack.ts";
import type { Checked, Verdict } from "./types.ts";

/** Reads a feature, reviews it, and keeps what is told of it. */
export function checkFeature(workspace: Workspace, context: Known, key: FeatureKey): Checked {
  const feature = readFeature(workspace, key);
  const reviewed = review(feature, context);
  return {
    verdict: packVerdict(verdictOf(reviewed)),
    facts: packFacts(readJudgedFacts(reviewed.model)),
    sources: sourcesOf(workspace, feature),
    failed: reviewed.failed.length > 0,
  };
}

/** @returns what a report tells of a review. */
export function verdictOf(reviewed: Review): Verdict {
  const { model, findings, checklist, suppressed, baselined, stale, failed } = reviewed;
  const lines = linesAt(
    findings.map(({ place }) => place),
    (file) => Object.values(model.documents).find((document) => document.file === file)?.markdown.text,
  );
  const progress = progressOf(reviewed);
  return { key: model.key, folder: model.feature.folder, findings, checklist, suppressed, baselined, stale, progress, failed, lines };
}

/**
 * @param places those of one file together, as findings are in order
 * @param textOf gives the text of a file, where there is one
 * @returns the lines at places, by `file:line`
 */
export function linesAt(places: readonly Place[], textOf: (file: string) => string | undefined): Record<string, string> {
  const lines: Record<string, string> = {};
  let open: { file: string; text: string[] } | undefined;
  for (const { file, line } of places) {
    // Thousands of findings may be about one line, however long.
    if (lines[`${file}:${line}`] !== undefined) continue;
    if (open?.file !== file) open = { file, text: textOf(file)?.split("\n") ?? [] };
    const found = open.text[line - 1];
    // A copy: what is cut out of a text holds on to the whole of it.
    if (found !== undefined) lines[`${file}:${line}`] = Buffer.from(found.trimEnd()).toString();
  }
  return lines;
}
