import type { Said, StatedInput } from "./types.ts";

/** Words behind which a statement lists what a request takes. */
const TAKES = /\b(?:with|takes?|accepts?|taking|accepting|expects?|requires?|containing|filtered by|filters?(?: by)?|sorted by|by)\b/i;
/** A name in marks, with what is said of it up to the next one or the end of the clause. */
const NAMED =
  /(?:\b(optional|required)\s(?:an? |the )?)?`([a-z]\w{0,40})`(?:\s\(([^()`]{1,120})\))?((?: of (?:at most|at least|up to|exactly)| between| up to| at most| at least) [^,;.`]{1,80})?/gi;

/** @returns the fields and parameters that a statement lists for a request: names in marks behind `with`, `takes`, `filtered by` */
export function requestInputs({ text, source }: Said): StatedInput[] {
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
