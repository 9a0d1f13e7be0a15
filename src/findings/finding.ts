/** The categories of the workflow's quality checklist, and those that stand beside it. */
export const CATEGORIES = ["completeness", "no-code", "consistency", "clarity", "integration", "catalogue", "system", "hygiene"] as const;
export type Category = (typeof CATEGORIES)[number];

export const SEVERITIES = ["error", "warning"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A place in a file of the workspace; lines and columns count from 1, the end is exclusive. */
export interface Place {
  /** Path relative to the workspace, with forward slashes. */
  file: string;
  line: number;
  column: number;
  endLine?: number;
  endColumn?: number;
}

/** The arguments that a check's message is worded with. */
export type Arguments = Readonly<Record<string, string | number | undefined>>;

/** What a check found: ids, a place and arguments. The words live with the check's messages. */
export interface Finding {
  check: string;
  category: Category;
  severity: Severity;
  /** Which of the check's messages this is. */
  message: string;
  arguments: Arguments;
  place: Place;
  /** The second place, where two places disagree. */
  related?: Place;
}

/** A finding with its words, as reports, the assistant and people read it. */
export interface WordedFinding extends Finding {
  /** What is wrong and what was expected. */
  text: string;
  /** What to do about it. */
  advice: string;
  /** The check's page, relative to the package. */
  page: string;
}
