import { type MarkdownDocument, readMarkdown } from "../markdown/index.ts";
import type { AlignedDocument } from "../model/types.ts";
import { applyEdits, type Edit } from "./edits.ts";

/**
 * Gives a link another address, in the link itself or in the definition that it refers to.
 *
 * @param index of the link in the document's `links`
 * @returns the edit; undefined where no place in the text gives the address as it is
 */
export function withUrl(document: AlignedDocument, index: number, url: string): Omit<Edit, "check" | "title"> | undefined {
  const { markdown, file, kind } = document;
  const link = markdown.links[index];
  if (!link) return undefined;
  for (const start of [...occurrences(markdown.text, link.url, link.span.start, link.span.end), ...definitions(markdown.text, link.url)]) {
    const edit = { file, kind, start, end: start + link.url.length, text: url };
    if (changesOnly(markdown, link.url, index, edit)) return edit;
  }
  return undefined;
}

function occurrences(text: string, words: string, from: number, to: number): number[] {
  const found: number[] = [];
  for (let at = text.indexOf(words, from); at !== -1 && at + words.length <= to; at = text.indexOf(words, at + 1)) found.push(at);
  return found;
}

/** `[label]: address`, on one line. */
function definitions(text: string, url: string): number[] {
  return occurrences(text, url, 0, text.length).filter((at) =>
    /^[ \t]*\[[^\]\n]+\]:[ \t]*<?$/.test(text.slice(text.lastIndexOf("\n", at - 1) + 1, at)),
  );
}

/** The parser decides: the link has the new address, and beside it at most those that share its definition. */
function changesOnly({ text, links }: MarkdownDocument, old: string, index: number, edit: { start: number; end: number; text: string }) {
  const after = readMarkdown(applyEdits(text, [edit])).links;
  return (
    after.length === links.length &&
    after[index]?.url === edit.text &&
    after.every(({ url, text: words }, at) => {
      const before = links[at];
      return before?.text === words && (before.url === url || (before.url === old && url === edit.text));
    })
  );
}
