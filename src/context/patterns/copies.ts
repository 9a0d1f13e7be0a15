import { createHash } from "node:crypto";

// The last line of a copy names what was copied, so that a copy which nobody has changed can be told from one that somebody has.
const MARK = /\n<!-- groundplan:copy ([0-9a-f]{32}): [^\n]{0,200}-->\n?$/;
const WORDS = "from groundplan's catalogue, and kept up to date until you change it";

/** @returns a shipped page of patterns, as it is put into a project. */
export function asCopy(text: string): string {
  return `${text.trimEnd()}\n\n<!-- groundplan:copy ${digestOf(text)}: ${WORDS} -->\n`;
}

/** @returns whether a page is a copy of a shipped one, of this version or of an older one, that nobody has changed. */
export function isUnchangedCopy(text: string): boolean {
  const words = text.replaceAll("\r\n", "\n");
  const found = MARK.exec(words);
  return found !== null && found[1] === digestOf(words.slice(0, found.index));
}

function digestOf(text: string): string {
  return createHash("sha256").update(text.trimEnd()).digest("hex").slice(0, 32);
}
