import { randomBytes } from "node:crypto";
import { visible, visibleLine } from "../../core.ts";

/**
 * The one place where text of documents gets its marks. Between <data> and </data> stands what somebody wrote into the project; only
 * what is marked here can begin or end such a part, since everything passes `seal` on its way out, and no document can guess the mark.
 */
const SECRET = sharedSecret();
const BEGIN = `\uFDD0${SECRET}[`;
const SOURCE_END = `]${SECRET}\uFDD1`;
const END = `\uFDD0${SECRET}|`;
const MARKS = new RegExp(`${literal(BEGIN)}([^\\uFDD1]{0,400})${literal(SOURCE_END)}|${literal(END)}`, "g");

/** The parts of the server are bundled apart, each with a copy of this module. */
function sharedSecret(): string {
  const shared = globalThis as { [key: symbol]: string | undefined };
  const key = Symbol.for("groundplan.mcp.marks");
  shared[key] ??= randomBytes(9).toString("hex");
  return shared[key];
}

function literal(text: string): string {
  return text.replace(/[[\]|]/g, "\\$&");
}

/** @returns a text of documents with its marks, on lines of its own. */
export function fenced(source: string, text: string): string {
  return `${begin(source)}\n${plain(text.trimEnd())}\n${END}`;
}

/** @returns a text of documents with its marks, within a sentence. */
export function quoted(source: string, text: string): string {
  return `${begin(source)}${asData(text)}${END}`;
}

function begin(source: string): string {
  return `${BEGIN}${visibleLine(source)
    .replace(/["<>[\]]/g, "_")
    .slice(0, 300)}${SOURCE_END}`;
}

/** @returns a text of documents on one line, so that it opens no paragraph of its own, and without marks. */
export function asData(text: string): string {
  return plain(text.replace(/\s+/g, " "));
}

/** What deceives is shown, and what looks like a mark is none. */
function plain(text: string): string {
  return visible(text).replace(/<(?=[\s/]{0,9}data\b)/gi, "&lt;");
}

/** @returns a text as it is told: with the marks that were made here, and no others. */
export function seal(text: string): string {
  return plain(text).replace(MARKS, (_mark, source?: string) => (source === undefined ? "</data>" : `<data from="${source}">`));
}

/** As {@link seal}, for all texts in a value; in data, the field itself is the mark. */
export function sealAll<Value>(value: Value): Value {
  if (typeof value === "string") return plain(value).replace(MARKS, "") as Value;
  if (Array.isArray(value)) return value.map(sealAll) as Value;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, sealAll(part)])) as Value;
}

/**
 * Takes a text back that an assistant has read here and hands in again: without the marks around it, and each line that was only shown
 * with escapes as it stands in the document.
 *
 * @param present the document's text
 */
export function unsealed(text: string, present: string): string {
  const sent = withoutMarks(text);
  const shown = new Map(present.split("\n").flatMap((line): [string, string][] => (plain(line) === line ? [] : [[plain(line), line]])));
  if (shown.size === 0) return sent;
  return sent
    .split("\n")
    .map((line) => shown.get(line) ?? line)
    .join("\n");
}

function withoutMarks(text: string): string {
  const [, inside] = /^(?:[^\n<]{0,300}\n\s{0,9})?<data from="[^"\n]{0,300}">\r?\n([\s\S]*)\n<\/data>\s{0,99}$/.exec(text) ?? [];
  return inside === undefined ? text : `${inside}\n`;
}
