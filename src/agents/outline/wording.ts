import { type TemplateSection, wordFor } from "../../core.ts";

/** A label at the start of a line or of an item, with what stands before and behind it. */
const LABEL = /^([ \t]{0,8}(?:- )?\*\*)([^*\n]{1,80})(\*\*:.*)$/s;
const RULE = /^\|(?: ?:?-{3,}:? ?\|)+$/;

/**
 * Composers write labels and columns by their standard names.
 *
 * @returns the lines with these in the words of the team's template
 */
export function inTeamWords(section: TemplateSection, lines: readonly string[]): string[] {
  const record = section.sections.find(({ repeated }) => repeated);
  if (!section.words && !record?.words) return [...lines];
  const isHeader = (index: number) => RULE.test(lines[index + 1] ?? "");
  return lines.map((line, index) => {
    if (isHeader(index)) return `|${cellsOf(line, (column) => wordFor(section, column))}|`;
    const [, before = "", label = "", behind = ""] = LABEL.exec(line) ?? [];
    return label === "" ? line : before + wordFor(section, label) + behind;
  });
}

function cellsOf(row: string, word: (column: string) => string): string {
  return row
    .slice(1, -1)
    .split("|")
    .map((cell) => ` ${word(cell.trim())} `)
    .join("|");
}
