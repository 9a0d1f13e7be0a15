import { type DraftOrigins, type ExplainedRow, fileName, shorten } from "../../core.ts";
import type { Style } from "../../report/style.ts";

/** @returns where each line of a draft is from, section by section, and how the document stands to it today */
export function reportOrigins({ documents }: DraftOrigins, style: Style): string {
  const parts = documents.flatMap(({ file, sections }) => [
    `${style.bold(file)}\n`,
    ...sections.flatMap(({ section, rows, written }) => [
      `\n  ${style.cyan(section)}\n`,
      ...rows.map((row) => lineOf(row, style)),
      ...(written > 0
        ? [
            style.dim(
              `    ${written === 1 ? "1 line that the draft did not hold: somebody has written it" : `${written} lines that the draft did not hold: somebody has written them`}\n`,
            ),
          ]
        : []),
    ]),
    "\n",
  ]);
  return `${parts.join("")}${summary(documents.flatMap(({ sections }) => sections.flatMap(({ rows }) => rows)))}\n`;
}

function lineOf({ text, sources, proposed, stands }: ExplainedRow, style: Style): string {
  const places = sources.map(({ id, file, line }) => (id === undefined ? `${shown(file)}:${line}` : `${id} (${shown(file)}:${line})`));
  const notes = [...(proposed ? [style.yellow("proposed")] : []), ...(stands ? [] : ["changed since"])];
  const from = places.length > 4 ? [...places.slice(0, 4), `${places.length - 4} more`] : places;
  return `    ${shorten(text, 100)}\n      ${style.dim(`from ${from.join(", ")}`)}${notes.length > 0 ? `  [${notes.join(", ")}]` : ""}\n`;
}

/** Inputs lie in one folder, code anywhere. */
function shown(file: string): string {
  return /(?:^|\/)(?:prd|0\d-[a-z-]+)\.md$/.test(file) ? fileName(file) : file;
}

function summary(rows: readonly ExplainedRow[]): string {
  const proposed = rows.filter((row) => row.proposed && row.stands).length;
  const changed = rows.filter(({ stands }) => !stands).length;
  return [
    `${rows.length} lines with their sources`,
    ...(proposed > 0 ? [`${proposed} proposed, which no input states`] : []),
    ...(changed > 0 ? [`${changed} changed since`] : []),
  ].join(", ");
}
