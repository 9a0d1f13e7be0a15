import type { DecisionCheck } from "./define.ts";
import decisionFrontMatter from "./system/decision-front-matter.ts";
import decisionLink from "./system/decision-link.ts";
import decisionNumber from "./system/decision-number.ts";
import decisionSections from "./system/decision-sections.ts";
import decisionSupersession from "./system/decision-supersession.ts";

/** The checks of the architecture decision records. */
export const DECISION_CHECKS: readonly DecisionCheck[] = [
  decisionFrontMatter,
  decisionNumber,
  decisionSections,
  decisionSupersession,
  decisionLink,
];
