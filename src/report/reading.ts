import type { ReadBlock, Reading } from "../model/types.ts";
import { shorten } from "../text/shorten.ts";
import { PLAIN, type Style } from "./style.ts";
import { count } from "./words.ts";

/** What a reading shows of one block. */
export interface ShownBlock {
  line: number;
  endLine: number;
  role: string;
  kind?: string;
  id?: string;
  parent?: string;
  form: string;
  section: string;
  text: string;
  recognisedBy: string;
}

/** @returns every block of an input as plain data. */
export function shownBlocks({ blocks }: Reading): ShownBlock[] {
  return blocks.map(({ place, role, kind, id, parent, form, section, text, recognisedBy }) => ({
    line: place.line,
    endLine: place.endLine ?? place.line,
    role,
    ...(kind && { kind }),
    ...(id !== undefined && { id }),
    ...(parent !== undefined && { parent }),
    form,
    section,
    text,
    recognisedBy,
  }));
}

/** Groups in the order in which they are shown: what is demanded first, what was not understood last. */
const GROUPS: readonly (readonly [title: string, holds: (block: ReadBlock) => boolean])[] = [
  ["Functional requirements", ({ role, kind }) => role === "statement" && kind === "functional"],
  ["Non-functional requirements", ({ role, kind }) => role === "statement" && kind === "non-functional"],
  ["Stories", ({ role, kind }) => role === "statement" && kind === "story"],
  ["Criteria", ({ role, kind }) => role === "statement" && kind === "criterion"],
  ["Steps of flows", ({ role }) => role === "flow" || role === "step"],
  ["Integrations", ({ role }) => role === "integration"],
  ["Commands", ({ role }) => role === "command"],
  ["Endpoints", ({ role }) => role === "endpoint"],
  ["Events", ({ role }) => role === "event"],
  ["Structures", ({ role }) => role === "structure"],
  ["Risks", ({ role }) => role === "risk"],
  ["Questions", ({ role }) => role === "question"],
  ["Not to be built", ({ role }) => role === "exclusion"],
  ["Not understood", ({ role }) => role === "unread"],
];

/** Words what was understood of an input: grouped, with counts. */
export function reportReading(reading: Reading, names: string, style: Style = PLAIN): string {
  const groups = GROUPS.flatMap(([title, holds]) => {
    const blocks = reading.blocks.filter(holds);
    return blocks.length === 0 ? [] : [[style.bold(`${title} (${blocks.length})`), ...blocks.map(lineOf), ""].join("\n")];
  });
  const context = reading.blocks.filter(({ role, form }) => role === "context" && form !== "heading").length;
  return `${[...groups, `${names}; ${count(context, "block")} of context.`].join("\n")}\n`;
}

function lineOf({ place, id, text }: ReadBlock): string {
  return `  ${String(place.line).padStart(4)}  ${[id, shorten(text, 100)].filter(Boolean).join(": ")}`;
}

/** Words the same as Markdown. */
export function reportReadingMarkdown(reading: Reading, names: string): string {
  const groups = GROUPS.flatMap(([title, holds]) => {
    const blocks = reading.blocks.filter(holds);
    const rows = blocks.map(
      ({ place, id = "", text, recognisedBy }) => `| ${place.line} | ${cell(id)} | ${cell(shorten(text, 100))} | ${cell(recognisedBy)} |`,
    );
    return blocks.length === 0
      ? []
      : [`### ${title} (${blocks.length})\n\n| Line | Id | Text | Recognised by |\n| --- | --- | --- | --- |\n${rows.join("\n")}\n`];
  });
  return `${[...groups, names].join("\n")}.\n`;
}

function cell(text: string): string {
  return text.replace(/\|/g, "\\|").replace(/\s+/g, " ");
}

/** @returns in which languages an input was understood; where that is none, that shapes alone were. */
export function languagesOf(reading: Reading, names: ReadonlyMap<string, string>): string {
  if (reading.languages.length === 0)
    return "There is no lexicon for the language of this text: what was understood was understood by its shape and by English headings";
  return `Read as ${reading.languages.map((code) => names.get(code) ?? code).join(", ")}`;
}
