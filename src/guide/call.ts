import { findRow, type Word } from "../text/words.ts";
import type { Statement } from "./statements.ts";

// "no queue", "without any cache", "does not need pagination", "instead of a saga".
const DENIED_BEFORE =
  /(?:\b(?:no|without|neither|nor|never|excluding|except for|instead of|rather than)\b|\bnot\b(?:[\s-]+(?:need|require|use|support|offer|provide|include|have|be|cover)s?)?|n['’]t[\s-]+(?:need|require|use|support|offer|provide|include|have|be|cover))(?:[\s-]+(?:an?|any|the|to))?(?:[\s-]+[\p{L}-]+)?[\s-]*$/iu;
// "pagination is not needed", "webhooks are out of scope".
const DENIED_AFTER =
  /^[\p{L}\s-]{0,30}?\b(?:is|are|will be|stays?|remains?)\s+(?:not\s+(?:needed|required|supported|planned|part|included|necessary|in scope|wanted)|out of scope|unnecessary|excluded|deferred|postponed)/iu;
const SET_ASIDE = /\b(?:out of scope|not in scope|non-goal|in a later (?:phase|version|release)|future (?:phase|version|release))\b/i;

/** What denies a word stands this close to it, in characters. */
const NEAR = 200;

/**
 * Tells whether a statement calls for what a signal names: its words in a row, whatever their endings, and not denied.
 *
 * @param sought the words of the signal
 */
export function calls({ text, words, stems }: Statement, sought: readonly Word[]): boolean {
  if (!sought.every(({ stem }) => stems.has(stem))) return false;
  for (let at = findRow(words, text, sought); at !== -1; at = findRow(words, text, sought, at + 1))
    if (!isDenied(text, words, at, sought.length)) return true;
  return false;
}

function isDenied(text: string, words: readonly Word[], at: number, length: number): boolean {
  if (SET_ASIDE.test(text)) return true;
  const start = words[at]?.start ?? 0;
  const end = words[at + length - 1]?.end ?? start;
  const before =
    text
      .slice(Math.max(0, start - NEAR), start)
      .split(/[.;:,!?()]|\bbut\b/i)
      .at(-1) ?? "";
  const after = text.slice(end, end + NEAR).split(/[.;:,!?()]|\bbut\b/i, 1)[0] ?? "";
  return DENIED_BEFORE.test(before) || DENIED_AFTER.test(after);
}
