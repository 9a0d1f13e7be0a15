import type { CatalogueCheck } from "./define.ts";
import patternArchiveDue from "./pattern-archive-due.ts";
import patternFrontMatter from "./pattern-front-matter.ts";
import patternReviewOverdue from "./pattern-review-overdue.ts";
import patternSections from "./pattern-sections.ts";
import patternUnlisted from "./pattern-unlisted.ts";
import patternWithoutReplacement from "./pattern-without-replacement.ts";

/** The checks of the pattern catalogue's own life cycle. */
export const CATALOGUE_CHECKS: readonly CatalogueCheck[] = [
  patternFrontMatter,
  patternSections,
  patternReviewOverdue,
  patternWithoutReplacement,
  patternArchiveDue,
  patternUnlisted,
];
