import { type FeatureDocument, type Place, strikeSecrets } from "../core.ts";

/** What the repository holds is data. It reaches the model marked as such, without what hides in it. */

// Zero-width and direction characters show nothing and can carry words past a reader's eye. Built from code points,
// so that none of them stands in this file.
const HIDDEN = new RegExp(
  `[${[0xad, 0x180e, 0x2060, 0x2061, 0x2062, 0x2063, 0x2064, 0xfeff].map((code) => String.fromCodePoint(code)).join("")}${span(0x200b, 0x200f)}${span(0x202a, 0x202e)}${span(0x2066, 0x2069)}]|[\\u{E0000}-\\u{E007F}]`,
  "gu",
);

const INSTRUCTIONS =
  /\b(?:ignore|disregard|forget|override)\b[^.\n]{0,40}\b(?:instructions?|rules|prompts?|checks)\b|\b(?:reveal|print|send|include|output)\b[^.\n]{0,40}\b(?:api[ -]?key|secret|credentials?|system prompt|environment variables?)\b|\b(?:skip|disable|do not run|switch off)\b[^.\n]{0,30}\bchecks?\b|\byou are (?:now|no longer)\b|\b(?:write|save|append)\b[^.\n]{0,40}(?:\.\.\/|\/etc\/|~\/)/i;

function span(from: number, to: number): string {
  return `${String.fromCodePoint(from)}-${String.fromCodePoint(to)}`;
}

/** @returns a text without hidden characters, and with secrets struck out. */
export function clean(text: string): string {
  return strikeSecrets(text.replace(HIDDEN, ""));
}

/** @returns a text of the repository, marked as data; it cannot end the mark itself. */
export function asDocument(path: string, text: string): string {
  const safe = clean(text).replace(/<(\/?)(?=document\b)/gi, "&lt;$1");
  return `<document path="${clean(path).replace(/["<>\n]/g, "_")}">\n${safe.trim()}\n</document>`;
}

/** @returns the places of a document that read like instructions to whoever writes from it. */
export function suspiciousPlaces({ file, markdown }: FeatureDocument): Place[] {
  return markdown.text.split("\n").flatMap((line, index) => {
    const match = INSTRUCTIONS.exec(line.replace(HIDDEN, ""));
    return match ? [{ file, line: index + 1, column: match.index + 1 }] : [];
  });
}
