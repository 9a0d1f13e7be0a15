import type { Catalogue } from "../context/types.ts";
import type { WordedFinding } from "../findings/finding.ts";
import { reportFindingList } from "./finding-list.ts";
import type { Style } from "./style.ts";
import { count } from "./words.ts";

/** Words the findings of a catalogue, one a line, with a summary line. */
export function reportPatternFindings({ files }: Catalogue, findings: readonly WordedFinding[], style: Style): string {
  const patterns = files.reduce((sum, { entries }) => sum + entries.length, 0);
  return reportFindingList(findings, `in ${count(patterns, "pattern")}`, style);
}
