import { wordFor } from "../context/standard-words.ts";
import type { Part } from "../context/types.ts";
import type { Alignment } from "../model/types.ts";

/**
 * Lays out a section as the template asks for it. Every part is in braces, so that the checks go on
 * reporting it until somebody has written it; diagrams too, since an empty one would count as drawn.
 *
 * @param depth the rank of the section's heading
 * @param withChildren also the subsections that this feature requires and that stand nowhere else
 * @returns the lines, the heading first
 */
export function skeletonOf({ template, children }: Alignment, depth: number, withChildren: boolean): string[] {
  const parts = template.parts.map((part) => skeletonPart(part, (standard) => wordFor(template, standard)));
  const wanted = withChildren && depth < 6 ? children.filter(isWanted).map((child) => skeletonOf(child, depth + 1, true)) : [];
  return joined([headingOf(template.title, depth)], ...parts, ...wanted);
}

export function headingOf(title: string, depth: number): string {
  return `${"#".repeat(depth)} ${title}`;
}

/** Joins blocks of lines with one blank line between them. */
export function joined(...blocks: readonly (readonly string[])[]): string[] {
  return blocks.filter((block) => block.length > 0).flatMap((block, index) => (index === 0 ? block : ["", ...block]));
}

function isWanted({ template, required, sections }: Alignment): boolean {
  return sections.length === 0 && (template.repeated || required);
}

/** @param word gives the template's own word for a label or a column */
function skeletonPart(part: Part, word: (standard: string) => string): string[] {
  switch (part.form) {
    case "prose":
      return [braced(part.hint)];
    case "field":
      if (part.columns) return [`**${word(part.label)}**:`, "", ...table(part.columns.map(word), [])];
      return part.list ? [`**${word(part.label)}**:`, "", `- ${braced(part.hint)}`] : [`**${word(part.label)}**: ${braced(part.hint)}`];
    case "table":
      return table(part.columns.map(word), part.hints);
    case "list":
      return [`${part.ordered ? "1." : "-"} ${braced(part.hint)}`];
    case "diagram":
      return [braced(`A Mermaid block that begins with ${part.type}`)];
  }
}

function table(columns: readonly string[], hints: readonly string[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/(?<!\\)\|/g, "\\|")).join(" | ")} |`;
  const cells = columns.map((column, index) => braced(hints[index] || column.toLowerCase()));
  return [line(columns), line(columns.map(() => "---")), line(cells)];
}

/** On one line and of a length that the check placeholder-text still takes for a placeholder. */
function braced(hint: string): string {
  const words = hint.replace(/[{}]/g, " ").replace(/\s+/g, " ").trim();
  return `{${words.length > 150 ? `${words.slice(0, 147)}...` : words}}`;
}
