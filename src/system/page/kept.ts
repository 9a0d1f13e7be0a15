import { createHash } from "node:crypto";
import { KnownError } from "../../findings/errors.ts";

/** The parts of the overview that people write: what stands between a pair of marks. */

/** What a page holds that must survive. */
export interface Kept {
  /** By name, everything between the marks, byte for byte. */
  parts: ReadonlyMap<string, string>;
  /** What the page says on its written parts is not what they are: somebody has edited them. */
  edited: boolean;
}

const MARK = /<!--\s*(\/?)groundplan:keep\b([^>]{0,200}?)-->/g;
const STAMP = /<!-- groundplan:system ([0-9a-f]{16}|-)(?=\s)/;
// A mark that lost a letter would let the text behind it be overwritten.
const WORD = /<!--\s*(?:\/\s*)?(groundplan[\w:-]*)/gi;
const KNOWN = ["groundplan:system", "groundplan:keep", "groundplan-ignore", "groundplan-ignore-file"];

/** @returns the marks around a part of a name, with the part between them. */
export function keep(name: string, part: string): string {
  return `<!-- groundplan:keep ${name} -->${part}<!-- /groundplan:keep ${name} -->`;
}

/**
 * Reads the kept parts of a page that was written before.
 *
 * @param file for messages
 * @throws KnownError (`marker`) with file and line for a mark that is unclosed, nested, doubled or misspelt, and
 *   (`foreign-page`) for a page that groundplan has not written
 */
export function readKept(text: string, file: string): Kept {
  if (!STAMP.test(text))
    throw new KnownError(
      "foreign-page",
      `${file} was not written by groundplan: its first mark is missing`,
      "Move the page away, run the command, and put your text between the keep marks. Nothing was written.",
    );
  return { parts: keptParts(text, file), edited: STAMP.exec(text)?.[1] !== hashOf(text) };
}

/**
 * @returns what stands between the marks of a page, by name, byte for byte
 * @throws KnownError (`marker`) as {@link readKept}
 */
export function keptParts(text: string, file: string): Map<string, string> {
  const fail = (at: number, problem: string, advice: string) =>
    new KnownError("marker", `${file}:${text.slice(0, at).split("\n").length}: ${problem}`, `${advice} Nothing was written.`);
  const parts = new Map<string, string>();
  let open: { name: string; from: number; at: number } | undefined;
  for (const match of text.matchAll(MARK)) {
    const [mark, closes, rest = ""] = match;
    const name = rest.trim();
    if (!/^[\p{L}\p{N}_-]+$/u.test(name))
      throw fail(match.index, `unexpected mark "${mark}"`, "Expected one name in it, as in <!-- groundplan:keep data-flow -->.");
    if (closes === "") {
      if (open)
        throw fail(match.index, `unexpected mark of "${name}" inside of the part "${open.name}"`, `Close "${open.name}" before this line.`);
      if (parts.has(name)) throw fail(match.index, `unexpected second part "${name}"`, "Join the two, or give one of them another name.");
      open = { name, from: match.index + mark.length, at: match.index };
    } else if (open?.name !== name)
      throw fail(
        match.index,
        `unexpected end of the part "${name}"`,
        open ? `Close "${open.name}" first.` : "Restore the mark that begins it.",
      );
    else {
      parts.set(name, text.slice(open.from, match.index));
      open = undefined;
    }
  }
  if (open)
    throw fail(open.at, `expected the end of the part "${open.name}"`, `Add <!-- /groundplan:keep ${open.name} --> behind your text.`);
  // Line ends stay, so that the line can be named.
  const written = blank(text, (part) => part.replace(/[^\n]+/g, ""));
  const other = [...written.matchAll(WORD)].find(([, word = ""]) => !KNOWN.includes(word));
  if (other) {
    const line = written.slice(0, other.index).split("\n").length;
    throw fail(text.split("\n", line - 1).join("\n").length + 1, `unexpected mark "${other[0]}"`, "Mend its spelling, or remove it.");
  }
  return parts;
}

/** @returns the page with the hash of its written parts in its first mark, by which later edits outside of the marks are seen. */
export function stamp(text: string): string {
  return text.replace(STAMP, `<!-- groundplan:system ${hashOf(text)}`);
}

function hashOf(text: string): string {
  const written = blank(text, () => "")
    .replace(STAMP, "")
    .replaceAll("\r\n", "\n");
  return createHash("sha256").update(written).digest("hex").slice(0, 16);
}

/** The page with something else in place of what people wrote. */
function blank(text: string, instead: (part: string) => string): string {
  return text.replace(
    /(<!--\s*groundplan:keep\b[^>]{0,200}?-->)([\s\S]*?)(<!--\s*\/groundplan:keep\b[^>]{0,200}?-->)/g,
    (_, begin: string, part: string, end: string) => begin + instead(part) + end,
  );
}
