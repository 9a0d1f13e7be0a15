import { readText } from "../feature/read-file.ts";
import type { Workspace } from "../feature/workspace.ts";
import { writeText } from "../feature/writing/write-document.ts";
import { LONGEST_BASELINE, writeBaseline } from "../findings/baseline.ts";
import type { WordedFinding } from "../findings/finding.ts";

/**
 * Writes the baseline of a workspace: these findings, and no others, are let pass from now on.
 *
 * @returns the file, relative to the workspace
 * @throws KnownError (`cannot-write`) where the disk refuses
 */
export function saveBaseline(workspace: Workspace, findings: readonly WordedFinding[]): string {
  const { baseline } = workspace.config;
  const present = readText(workspace, baseline, LONGEST_BASELINE);
  writeText(workspace, baseline, writeBaseline(findings), present?.revision ?? null, LONGEST_BASELINE);
  return baseline;
}
