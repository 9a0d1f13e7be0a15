import type { Category, Finding } from "../findings/finding.ts";

/** One line of the workflow's quality checklist, computed. */
export interface ChecklistItem {
  category: Category;
  text: string;
  /** The checks that stand behind it, as far as this version has them. */
  checks: string[];
  /** `unchecked`: the check that decides it is not in this version. `not-applicable`: there is nothing that could be looked at. */
  state: "passed" | "failed" | "unchecked" | "not-applicable";
  /** How many findings at error level stand against it. */
  errors: number;
}

interface Question {
  category: Category;
  text: string;
  /** The first one decides; the others add to it. */
  checks: readonly string[];
  /** Only findings in the file of this name count. */
  file?: "architecture" | "backend-design";
  /** Without this document there is nothing to look at. */
  needs?: "contracts" | "data-design";
}

/** Step 6 of the workflow, each line with the checks that answer it. */
const QUESTIONS: readonly Question[] = [
  {
    category: "completeness",
    text: "All sections that the templates require are there and filled",
    checks: [
      "missing-document",
      "front-matter",
      "missing-section",
      "empty-section",
      "placeholder-text",
      "missing-diagram",
      "premature-status",
    ],
  },
  { category: "completeness", text: "02-architecture.md keeps its line budget", checks: ["line-count"], file: "architecture" },
  { category: "completeness", text: "04-backend-design.md keeps its line budget", checks: ["line-count"], file: "backend-design" },
  { category: "completeness", text: "Every data structure is fully specified", checks: ["incomplete-data-structure"] },
  { category: "completeness", text: "Every interface has a complete specification", checks: ["incomplete-interface"] },
  { category: "completeness", text: "Every integration point is documented", checks: ["undocumented-integration"] },
  {
    category: "completeness",
    text: "Authentication, authorization, data protection and input validation are stated for the security review",
    checks: ["unstated-security"],
  },
  { category: "no-code", text: "No blocks of program code", checks: ["code-block", "code-statement"] },
  { category: "no-code", text: "No SQL statements", checks: ["sql-statement"] },
  { category: "no-code", text: "No class, function or type definitions", checks: ["definition"] },
  { category: "no-code", text: "Only prose, lists and tables beside the diagrams", checks: ["code-block", "definition", "code-statement"] },
  { category: "no-code", text: "Drawings are Mermaid diagrams", checks: ["missing-diagram", "drawn-diagram", "missing-layer"] },
  {
    category: "consistency",
    text: "The design follows what the research report found",
    checks: ["unknown-technology", "deprecated-pattern", "unmet-obligation"],
  },
  { category: "consistency", text: "Names obey the project's conventions", checks: ["naming-convention"] },
  {
    category: "consistency",
    text: "Data structures agree with the interface contracts",
    checks: ["contract-mismatch", "invalid-contract", "undefined-type"],
    needs: "contracts",
  },
  { category: "consistency", text: "The backend design agrees with the data design", checks: ["entity-mismatch"], needs: "data-design" },
  {
    category: "consistency",
    text: "What is said twice agrees, and what is asked for literally is carried over",
    checks: ["value-drift", "missing-literal"],
  },
  {
    category: "clarity",
    text: "Every interface is exactly specified",
    checks: ["incomplete-interface", "vague-wording", "unclear-requirement"],
  },
  { category: "clarity", text: "Every field has its type and its rules", checks: ["incomplete-data-structure", "undefined-type"] },
  { category: "clarity", text: "Error conditions are documented", checks: ["missing-error-case", "incomplete-interface"] },
  { category: "clarity", text: "Processing logic is described", checks: ["missing-steps", "incomplete-interface", "unanswered-request"] },
  {
    category: "integration",
    text: "Related documents are linked, and every link holds",
    checks: ["missing-cross-reference", "broken-link"],
  },
  { category: "integration", text: "Integration points are clearly specified", checks: ["undocumented-integration", "invalid-diagram"] },
  {
    category: "integration",
    text: "Dependencies are documented",
    checks: ["incomplete-component", "undeclared-component", "unreachable-node"],
  },
  {
    category: "integration",
    text: "Requirements and contracts are answered across the domains",
    checks: ["unread-statement", "untraced-requirement", "contract-mismatch", "entity-mismatch"],
  },
];

const NONE_TO_LOOK_AT = -1;

/** @returns what of a checklist differs from feature to feature: how many findings stand against each line. */
export function marksOf(checklist: readonly ChecklistItem[]): number[] {
  return checklist.map(({ errors, state }) => (state === "not-applicable" ? NONE_TO_LOOK_AT : errors));
}

/**
 * @param marks as many as there are lines
 * @returns the checklist again, of a version in which every check ran
 */
export function checklistFrom(marks: readonly number[]): ChecklistItem[] {
  return QUESTIONS.map(({ category, text, checks }, index) => {
    const mark = marks[index] ?? 0;
    if (mark === NONE_TO_LOOK_AT) return { category, text, checks: [...checks], errors: 0, state: "not-applicable" };
    return { category, text, checks: [...checks], errors: mark, state: mark > 0 ? "failed" : "passed" };
  });
}

/**
 * Computes the quality checklist from the findings; nothing in it is ticked by hand.
 *
 * @param known the ids of the checks that ran
 * @param files the paths of the two outputs
 * @param has tells whether a document is there
 */
export function computeChecklist(
  findings: readonly Finding[],
  known: ReadonlySet<string>,
  files: Readonly<Record<"architecture" | "backend-design", string>>,
  has: (kind: "contracts" | "data-design") => boolean,
): ChecklistItem[] {
  return QUESTIONS.map(({ category, text, checks, file, needs }) => {
    const ran = checks.filter((check) => known.has(check));
    const counts = ({ check, severity, place }: Finding) =>
      severity === "error" && ran.includes(check) && (!file || place.file === files[file]);
    const errors = findings.filter(counts).length;
    if (needs && !has(needs) && errors === 0) return { category, text, checks: ran, errors, state: "not-applicable" };
    return { category, text, checks: ran, errors, state: !known.has(checks[0] ?? "") ? "unchecked" : errors > 0 ? "failed" : "passed" };
  });
}
