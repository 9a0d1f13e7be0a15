import type { Row, Source } from "../../core.ts";

/** Where one line of a draft is from. */
export interface DraftedRow {
  /** The line as it stands in the section. */
  text: string;
  sources: Source[];
  /** Nobody has stated it: the sources suggest it. */
  proposed: boolean;
}

/** Characters of private use around a source: it goes with the text through tables, lists and diagrams, and is taken off at the end. */
const [OPEN, CLOSE] = ["\uE00E", "\uE00F"];
const MARK = new RegExp(`${OPEN}([^${OPEN}${CLOSE}]{1,2000})${CLOSE}`, "g");

/** @returns a text that remembers where it is stated */
export function from(text: string, ...sources: readonly (Source | undefined)[]): string {
  return text + sources.map((source) => mark(source, false)).join("");
}

/** @returns a text that remembers what suggests it: no input states it */
export function suggested(text: string, ...sources: readonly (Source | undefined)[]): string {
  return text + sources.map((source) => mark(source, true)).join("");
}

/** Only what no part of Markdown or Mermaid means anything by stands between the marks. */
function mark(source: Source | undefined, proposed: boolean): string {
  if (!source) return "";
  return `${OPEN}${encodeURIComponent(JSON.stringify([source.file, source.line, source.id ?? "", proposed ? 1 : 0]))}${CLOSE}`;
}

/** @returns the row of an input, and the places in the code that its cells link to */
export function rowSources({ place, cells }: Row): Source[] {
  const code = Object.values(cells).flatMap(({ text }) => codePlaces(text));
  return [{ file: place.file, line: place.line }, ...code];
}

/** "app/main.py:6" in a report is a place in the code. */
function codePlaces(text: string): Source[] {
  return Array.from(text.matchAll(/(?<![\w./-])([\w.@/-]{1,200}\.\w{1,8}):(\d{1,7})\b/g), ([, file = "", line = ""]) => ({
    file,
    line: Number(line),
  }));
}

/** @returns lines without what they remember, and one row for each line that remembers anything */
export function takeOrigins(lines: readonly string[]): { lines: string[]; rows: DraftedRow[] } {
  const rows: DraftedRow[] = [];
  const plain = lines.map((line) => {
    const found = Array.from(line.matchAll(MARK), ([, inside = ""]) => read(inside)).filter((one) => one !== undefined);
    if (found.length === 0) return line;
    const text = line.replace(MARK, "");
    const sources = new Map(found.map(({ source }) => [`${source.file}:${source.line} ${source.id ?? ""}`, source]));
    rows.push({ text: text.trim(), sources: [...sources.values()], proposed: found.some(({ proposed }) => proposed) });
    return text;
  });
  return { lines: plain, rows };
}

function read(inside: string): { source: Source; proposed: boolean } | undefined {
  try {
    const [file, line, id, proposed] = JSON.parse(decodeURIComponent(inside)) as [string, number, string, number];
    return { source: { file, line, ...(id !== "" && { id }) }, proposed: proposed === 1 };
  } catch {
    // What a document brings along of these characters is no mark of ours.
    return undefined;
  }
}
