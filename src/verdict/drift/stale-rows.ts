import { posix } from "node:path";
import { askGit } from "../../disk/git.ts";
import type { Drift, LineOf } from "../../guide/drift/types.ts";
import type { Model } from "../../model/types.ts";
import { cutAtWord } from "../../text/shorten.ts";

/** A row of a report, with the line of the code that it was read from. */
interface LinkedRow {
  row: LineOf;
  name: string;
  code: LineOf;
}

const COMMIT = /\bcommit `([0-9a-f]{7,64})`/;
const LINK = /\]\(([^()\s#]{1,400})#L(\d{1,7})\)/g;
const SHOWN = 80;

/**
 * @returns the rows of the research report whose lines of code have changed since the commit that the report was made from; none where
 *   git does not know that commit
 */
export function staleRows(root: string, { feature, documents: { research } }: Model): Drift[] {
  const commit = COMMIT.exec(research?.markdown.text ?? "")?.[1];
  if (!research || commit === undefined) return [];
  const rows = linkedRows(research.markdown.text, research.file, feature.folder);
  const changed = rows.length > 0 ? changedLines(root, commit, [...new Set(rows.map(({ code }) => code.file))]) : undefined;
  return rows
    .filter(({ code }) => changed?.(code))
    .map(({ row, name, code }) => ({
      kind: "stale-input",
      subject: name,
      text: `${name} was read from ${code.file}:${code.line}, which has changed since ${commit.slice(0, 10)}`,
      design: row,
      code,
      accepted: false,
      certain: false,
    }));
}

function linkedRows(text: string, file: string, folder: string): LinkedRow[] {
  return text.split("\n").flatMap((source, index) => {
    if (!source.startsWith("|")) return [];
    const name = cutAtWord((source.split(/(?<!\\)\|/)[1] ?? "").replaceAll("`", "").trim(), SHOWN);
    return Array.from(source.matchAll(LINK), ([, path = "", line]) => ({
      row: { file, line: index + 1 },
      name,
      code: { file: posix.normalize(posix.join(folder, path)), line: Number(line) },
    })).filter(({ code }) => !code.file.startsWith(".."));
  });
}

/** @returns says whether a line that files had at a commit is another now, or gone; undefined where the commit is not known */
function changedLines(root: string, commit: string, files: readonly string[]): ((line: LineOf) => boolean) | undefined {
  const what = ["-c", "core.quotePath=off", "diff", "-U0", "--no-renames", "--no-ext-diff", "--no-color", "--relative", commit];
  const told = askGit(root, [...what, "--", ...files]);
  if (told === undefined) return undefined;
  const hunks = new Map<string, { from: number; to: number }[]>();
  let file = "";
  for (const line of told.split("\n")) {
    file = /^--- a\/([^\t]{1,1000})/.exec(line)?.[1] ?? (line.startsWith("--- ") ? "" : file);
    const [, from, count = "1"] = /^@@ -(\d{1,9})(?:,(\d{1,9}))? \+/.exec(line) ?? [];
    if (from !== undefined && file !== "")
      hunks.set(file, [...(hunks.get(file) ?? []), { from: Number(from), to: Number(from) + Number(count) - 1 }]);
  }
  return (line) => (hunks.get(line.file) ?? []).some(({ from, to }) => from <= line.line && line.line <= to);
}
