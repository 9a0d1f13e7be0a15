import { KnownError } from "../findings/errors.ts";
import { shorten } from "../text/shorten.ts";

/**
 * Replaces one passage of a document, and leaves all else byte for byte.
 *
 * @param text of the document
 * @param passage as it stands there, once; its lines may end as in the document or with a newline alone
 * @throws KnownError (`passage`) where it stands nowhere, or more than once
 */
export function replacePassage(text: string, passage: string, by: string): string {
  const newline = text.includes("\r\n") ? "\r\n" : "\n";
  const [sought, put] = [passage, by].map((each) => each.replace(/\r\n?|\n/g, newline)) as [string, string];
  const at = sought.trim() === "" ? -1 : text.indexOf(sought);
  if (at === -1)
    throw new KnownError(
      "passage",
      `unexpected passage to replace: ${JSON.stringify(shorten(passage))} stands nowhere in the document`,
      "Send it exactly as it stands there, with its marks and blanks. Nothing was written.",
    );
  if (text.includes(sought, at + 1))
    throw new KnownError(
      "passage",
      `unexpected passage to replace: ${JSON.stringify(shorten(passage))} stands more than once in the document`,
      "Send more of what stands around it, so that it stands once. Nothing was written.",
    );
  return text.slice(0, at) + put + text.slice(at + sought.length);
}
