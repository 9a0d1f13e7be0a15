import type { Said, StatedInput } from "./types.ts";

/** Words behind which a statement lists what a request takes. */
const TAKES = /\b(?:with|takes?|accepts?|taking|accepting|expects?|requires?|containing|filtered by|filters?(?: by)?|sorted by|by)\b/i;
/** A name in marks, with what is said of it up to the next one or the end of the clause. */
const NAMED =
  /(?:\b(optional|required)\s(?:an? |the )?)?`([a-z]\w{0,40})`(?:\s\(([^()`]{1,120})\))?((?: of (?:at most|at least|up to|exactly)| between| up to| at most| at least) [^,;.`]{1,80})?/gi;

/** `POST /hooks` (url, list of event types): what stands in brackets right behind an endpoint, without a word that says more. */
const IN_BRACKETS = /\b(?:POST|PUT|PATCH)\s{1,9}\/[^\s`]{1,200}`\s\(([a-z][^()`.;:]{2,160})\)/;

/**
 * @returns the fields and parameters that a statement lists for a request: names in marks behind `with`, `takes`, `filtered by`, or
 *   words in brackets right behind its endpoint
 */
export function requestInputs({ text, source }: Said): StatedInput[] {
  const named = inBrackets(text).map((name) => ({ name, note: "", sources: [source] }));
  if (named.length > 0) return named;
  const at = TAKES.exec(text)?.index;
  if (at === undefined) return [];
  // A list of values in marks behind a name is no list of fields.
  const clause = text.slice(at).split(/;|\.\s/, 1)[0] ?? "";
  return Array.from(clause.matchAll(NAMED), ({ 1: optional = "", 2: name = "", 3: told = "", 4: limit = "" }) => ({
    name,
    note: [optional.toLowerCase(), told, limit.trim().replace(/^of /, "")].filter(Boolean).join(", "),
    sources: [source],
  }));
}

function inBrackets(text: string): string[] {
  const parts = (IN_BRACKETS.exec(text)?.[1] ?? "").split(/,\s(?:and\s)?|\sand\s/).map((part) => part.trim());
  return parts.length > 1 && parts.every((part) => /^[a-z][\w -]{1,40}$/i.test(part) && part.split(" ").length <= 4) ? parts : [];
}
