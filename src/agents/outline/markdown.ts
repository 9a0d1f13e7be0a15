import { cutAtWord } from "../../core.ts";

/** The small pieces of Markdown that the outline author writes with. */

/** A place where judgement is needed: the checks report it until somebody has decided. */
export function gap(what: string): string {
  const asked = what
    .replace(/\{(\w{1,40})\}/g, ":$1")
    .replace(/[{}\n]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return `${GAP}${asked.length > LONGEST ? `${cutAtWord(asked, LONGEST - 3)}...` : asked}}`;
}

const GAP = "{Decide: ";
/**
 * @returns lines whose first question says who can answer it
 * @param who as the PRD names them
 */
export function askedOf(lines: readonly string[], who: string): string[] {
  const at = lines.findIndex((line) => line.includes(GAP));
  return lines.map((line, index) =>
    index === at
      ? line.replace(/\{Decide: ([^{}]{1,400})\}/, (_, question: string) => {
          const asks = `; ${who} can answer`;
          // What is to be done stands last.
          const end = question.lastIndexOf("; ");
          const [asked, last] = end === -1 ? [question, ""] : [question.slice(0, end), question.slice(end)];
          return `${GAP}${cutAtWord(asked, LONGEST - asks.length - last.length)}${asks}${last}}`;
        })
      : line,
  );
}

/** What is longer is no placeholder to the checks. */
const LONGEST = 190;

/** @returns how many questions a body asks; those of one table are one */
export function countGaps(body: string): number {
  const lines = body.split("\n");
  const tables = tablesOf(lines).filter((rows) => rows.some((row) => row.includes(GAP))).length;
  return tables + lines.filter((line) => !line.startsWith("|")).reduce((sum, line) => sum + line.split(GAP).length - 1, 0);
}

function tablesOf(lines: readonly string[]): string[][] {
  const tables: string[][] = [];
  for (const [index, line] of lines.entries()) {
    if (!line.startsWith("|")) continue;
    if (lines[index - 1]?.startsWith("|")) tables.at(-1)?.push(line);
    else tables.push([line]);
  }
  return tables;
}

export function table(columns: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(" | ")} |`;
  return [line(columns), line(columns.map(() => "---")), ...rows.map(line)];
}

/** A cell holds one line, and no pipe that would end it. */
function cell(text: string): string {
  return text
    .replace(/(?<!\s)\s*\n\s*/g, " ")
    .replace(/(?<!\\)\|/g, "\\|")
    .trim();
}

/** @returns a name as inline code, unless it is code already or empty. */
export function code(text: string): string {
  return text === "" || text.includes("`") ? text : `\`${text}\``;
}

/** Joins blocks of lines with one blank line between them; empty blocks vanish. */
export function blocks(...parts: readonly (readonly string[])[]): string[] {
  return parts.filter((part) => part.length > 0).flatMap((part, index) => (index === 0 ? part : ["", ...part]));
}

export function diagram(lines: readonly string[]): string[] {
  return ["```mermaid", ...lines, "```"];
}
