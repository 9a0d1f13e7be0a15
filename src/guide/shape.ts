import { wordFor } from "../context/standard-words.ts";
import type { Part, TemplateSection } from "../context/types.ts";

/** @returns what a section must hold, one line for each part, in words that a writer can follow. */
export function describeShape(section: TemplateSection, isRequired: (section: TemplateSection) => boolean): string[] {
  const own = section.parts.map((part) => describePart(part, (standard) => wordFor(section, standard)));
  const children = section.sections
    .filter((child) => child.repeated || isRequired(child))
    .flatMap((child) => [
      `${"#".repeat(child.depth)} ${child.title}${child.repeated ? ` (${describeForms(child)})` : ""}${child.optional ? " (required for this feature)" : ""}`,
      ...describeShape(child, isRequired).map((line) => `  ${line}`),
    ]);
  return [...own, ...children];
}

/** Nobody reads a table of more columns than these. */
const MOST_COLUMNS = 6;

/** How records of a repeated section may be written. */
export function describeForms({ parts }: TemplateSection): string {
  const fields = parts.filter(({ form }) => form === "field").length;
  if (fields < MOST_COLUMNS) return "one or more, or a table with a row for each";
  return `one or more; or tables with a row for each, of at most ${MOST_COLUMNS} columns: the other fields in a second table, or below headings of the same names`;
}

/** @param word gives the template's own word for a label or a column */
function describePart(part: Part, word: (standard: string) => string): string {
  switch (part.form) {
    case "prose":
      return `prose: ${part.hint}`;
    case "field":
      return part.columns
        ? `**${word(part.label)}**: a table with the columns ${part.columns.map(word).join(", ")}`
        : `**${word(part.label)}**: ${part.hint}${part.list ? " (a list)" : ""}`;
    case "table":
      return `a table with the columns ${part.columns.map(word).join(", ")}: ${part.hints.join(" | ")}`;
    case "list":
      return `a ${part.ordered ? "numbered" : "bulleted"} list: ${part.hint}`;
    case "diagram":
      return `a Mermaid block that begins with ${part.type}`;
  }
}
