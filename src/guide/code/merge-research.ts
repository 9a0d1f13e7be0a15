import type { ResearchSection } from "./research-sections.ts";

// What was made has a link to a line of the code, or begins with these words.
const MADE = /\]\([^()\s]{1,400}#L\d{1,7}\)/;
const SAID = "Read from the code";

/**
 * Puts the rows of the code into a report. What a person has written stays: rows without a link to a line of code, text, and
 * sections that the code knows nothing of.
 *
 * @param present the report as it stands; empty for none
 */
export function mergeResearch(present: string, sections: readonly ResearchSection[], head: string): string {
  const parts = partsOf(present);
  const own = new Set(sections.map(({ title }) => title));
  const written = sections.map((section) => sectionText(section, parts.find(({ title }) => title === section.title)?.body ?? ""));
  const rest = parts
    .filter(({ title, body }) => !own.has(title) && !/\{[A-Z][^{}]{2,80}\}/.test(body))
    .map(({ title, body }) => `## ${title}\n\n${body.trim()}\n`);
  const front = parts.length > 0 ? present.slice(0, parts[0]?.start).trimEnd() : head.trimEnd();
  return `${front}\n\n${[...written, ...rest].join("\n")}`;
}

function partsOf(text: string): { title: string; body: string; start: number }[] {
  const found: { title: string; body: string; start: number }[] = [];
  const lines = text.split("\n");
  let at = 0;
  let fence = false;
  for (const line of lines) {
    if (/^(?:```|~~~)/.test(line)) fence = !fence;
    const title = fence ? undefined : /^## (.{1,200})$/.exec(line.trimEnd())?.[1];
    if (title) found.push({ title, body: "", start: at });
    else {
      const open = found.at(-1);
      if (open) open.body += `${line}\n`;
    }
    at += line.length + 1;
  }
  return found;
}

function sectionText({ title, columns, rows, prose }: ResearchSection, before: string): string {
  const lines = before.split("\n").map((line) => line.trimEnd());
  const isRow = (line: string) => line.startsWith("|");
  const table = lines.filter(isRow);
  const kept = table.slice(2).filter((line) => !MADE.test(line) && !/\{[A-Z][^{}]{2,80}\}/.test(line));
  const text = lines
    .filter((line) => !isRow(line) && !line.startsWith(SAID) && !/^\{[^{}]{1,300}\}$/.test(line))
    .join("\n")
    .trim();
  const cells = (row: readonly string[]) =>
    `| ${row.map((cell) => cell.replace(/[\r\n]{1,9}/g, " ").replace(/(?<!\\)\|/g, "\\|")).join(" | ")} |`;
  const head = columns ? [table[0] ?? cells(columns), table[1] ?? `|${columns.map(() => " --- |").join("")}`] : [];
  const body = columns ? [...head, ...rows.map(cells), ...kept] : [...prose];
  return `${[`## ${title}`, "", ...body, ...(text ? ["", text] : [])].join("\n")}\n`;
}
