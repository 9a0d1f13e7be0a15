import type { ChecklistItem } from "../checks/checklist.ts";
import { PLAIN, type Style } from "./style.ts";

const TITLES: Record<string, string> = {
  completeness: "Completeness",
  "no-code": "No code",
  consistency: "Consistency",
  clarity: "Clarity",
  integration: "Integration",
};

/** A checklist that came over MCP does not name the checks behind an item. */
type Item = Omit<ChecklistItem, "category" | "checks"> & { category: string; checks?: string[] };

/** Words the computed quality checklist, grouped by category. */
export function reportChecklist(items: readonly Item[], style: Style = PLAIN): string {
  const categories = [...new Set(items.map(({ category }) => category))];
  return `${categories.map((category) => [style.bold(TITLES[category] ?? category), ...items.filter((item) => item.category === category).map((item) => line(item, style))].join("\n")).join("\n")}\n`;
}

function line({ state, text, errors, checks = [] }: Item, style: Style): string {
  if (state === "passed") return `  ${style.green("[x]")} ${text}`;
  if (state === "failed")
    return `  ${style.red("[ ]")} ${text} ${style.dim(`(${[`${errors} open`, ...(checks.length > 0 ? [checks.join(", ")] : [])].join(": ")})`)}`;
  if (state === "not-applicable") return `  ${style.dim("[-]")} ${text} ${style.dim("(not applicable: there is no such document)")}`;
  return `  ${style.dim("[-]")} ${text} ${style.dim("(not computed by this version: judge it yourself)")}`;
}
