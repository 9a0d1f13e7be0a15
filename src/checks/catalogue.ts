import patternArchiveDue from "./catalogue/pattern-archive-due.ts";
import patternFrontMatter from "./catalogue/pattern-front-matter.ts";
import patternReviewOverdue from "./catalogue/pattern-review-overdue.ts";
import patternSections from "./catalogue/pattern-sections.ts";
import patternUnlisted from "./catalogue/pattern-unlisted.ts";
import patternWithoutReplacement from "./catalogue/pattern-without-replacement.ts";
import type { CatalogueCheck } from "./define.ts";

/** The checks of the pattern catalogue's own life cycle. */
export const CATALOGUE_CHECKS: readonly CatalogueCheck[] = [
  patternFrontMatter,
  patternSections,
  patternReviewOverdue,
  patternWithoutReplacement,
  patternArchiveDue,
  patternUnlisted,
];
