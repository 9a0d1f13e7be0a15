import { readMarkdown } from "../../markdown/index.ts";
import { nameKey } from "../../text/names.ts";
import { isSkeleton } from "../../text/skeleton.ts";
import { plain } from "./markdown.ts";

/** What no document states is asked for once, in a table that people fill: a row for each name, which stays as they wrote it. */

/** People's cells by name and column; what still stands in braces is no answer. */
export type Answers = (name: string, column: string) => string;

export const NO_ANSWERS: Answers = () => "";

/**
 * @param kept what people have written before
 * @param columns the columns behind the name, each with what it asks for
 * @param names what there is to ask for now
 * @returns the part with a row for each name: byte for byte as it was where none is new
 */
export function askedPart(
  kept: string | undefined,
  subject: string,
  columns: Readonly<Record<string, string>>,
  names: readonly string[],
): string {
  const row = (name: string, asked = Object.keys(columns)) =>
    `| ${[plain(name), ...asked.map((column) => (Object.hasOwn(columns, column) ? `{${columns[column]}}` : ""))].join(" | ")} |`;
  const head = [
    `| ${[subject, ...Object.keys(columns)].join(" | ")} |`,
    `| ${["", ...Object.keys(columns)].map(() => "---").join(" | ")} |`,
  ];
  if (kept === undefined) return `\n\n${[...head, ...names.map((name) => row(name))].join("\n")}\n\n`;
  const { tables, known } = read(kept);
  const last = tables.at(-1);
  // A table that was written when fewer columns were asked for keeps its own.
  const asked = last?.header.slice(1).map(({ text }) => text);
  const added = names.filter((name) => !known.has(nameKey(name))).map((name) => row(name, asked));
  if (added.length === 0) return kept;
  // A part without a table was emptied by hand: it gets one.
  if (!last) return `${kept.trimEnd()}\n\n${[...head, ...added].join("\n")}\n\n`;
  const end = last.span.end;
  return `${kept.slice(0, end).trimEnd()}\n${added.join("\n")}${kept.slice(end).startsWith("\n") ? "" : "\n"}${kept.slice(end)}`;
}

/** @returns what people have answered in a part */
export function answersIn(part: string): Answers {
  const { tables } = read(part);
  return (name, column) => {
    for (const { header, rows } of tables) {
      const at = header.findIndex(({ text }) => nameKey(text) === nameKey(column));
      const found = rows.find(([first]) => nameKey(first?.text ?? "") === nameKey(name))?.[at];
      if (at > 0 && found && !isSkeleton(found.text)) return plain(found.text);
    }
    return "";
  };
}

function read(part: string) {
  const { preamble, allSections } = readMarkdown(part);
  const tables = [preamble, ...allSections].flatMap((section) => section.tables);
  return { tables, known: new Set(tables.flatMap(({ rows }) => rows.map(([first]) => nameKey(first?.text ?? "")))) };
}
