/** The small pieces of Markdown that the outline author writes with. */

/** A place where judgement is needed: the checks report it until somebody has decided. */
export function gap(what: string): string {
  const asked = what
    .replace(/[{}\n]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return `{Decide: ${asked.length > 150 ? `${asked.slice(0, 147)}...` : asked}}`;
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

/** Cuts a text at the end of a word. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  return cut.slice(0, Math.max(cut.lastIndexOf(" "), limit / 2)).replace(/(?<![\s,;:(])[\s,;:(]+$/, "");
}
