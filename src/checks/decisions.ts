import decisionFrontMatter from "./decision-front-matter.ts";
import decisionLink from "./decision-link.ts";
import decisionNumber from "./decision-number.ts";
import decisionSections from "./decision-sections.ts";
import decisionSupersession from "./decision-supersession.ts";
import type { DecisionCheck } from "./define.ts";

/** The checks of the architecture decision records. */
export const DECISION_CHECKS: readonly DecisionCheck[] = [
  decisionFrontMatter,
  decisionNumber,
  decisionSections,
  decisionSupersession,
  decisionLink,
];
