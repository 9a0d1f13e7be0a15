const BEHIND = `(?:nullable|optional|may be null|can be null|or null)`;

const MARKS: readonly RegExp[] = [
  /^(?:null|none|undefined)\s?\|\s?(.+)$/i,
  /^(.+?)\s?\|\s?(?:null|none|undefined)$/i,
  /^(.+?)\?$/,
  /^(?:optional|nullable|option|maybe)\s?[<[(](.+)[>\])]$/i,
  /^(?:optional|nullable|maybe)\s(.+)$/i,
  new RegExp(`^(.+?)[,;]? ?\\(?${BEHIND}\\)?$`, "i"),
];

/** Set apart by a comma or by brackets, it is said of the whole. */
const APART: readonly RegExp[] = [new RegExp(`^(.+?)(?:[,;] ?| ?\\()${BEHIND}\\)?$`, "i")];

/** A collection that is spelled with what it holds at the end: what is said last is said of that. */
const OPEN_COLLECTION = /^(?:array|list|set|sequence|map|collection|dictionary)\s(?:of|from)\s/i;

/**
 * Takes from a type what it says of being absent.
 *
 * @returns the type without it; `array of string | null` keeps it, since there it is the elements that may be null
 */
export function withoutNull(written: string): { text: string; nullable: boolean } {
  let text = written.trim();
  let nullable = false;
  for (let round = 0; round < 4; round++) {
    const inner = isEnclosed(text) ? text.slice(1, -1).trim() : undefined;
    const found = inner ?? bare(text, OPEN_COLLECTION.test(text) ? APART : MARKS);
    if (found === undefined) break;
    if (inner === undefined) nullable = true;
    text = found.trim();
  }
  return { text, nullable };
}

function bare(text: string, marks: readonly RegExp[]): string | undefined {
  for (const mark of marks) {
    const rest = mark.exec(text)?.[1];
    // `Map<string, int?>` and `(a | null)[]` say it of what is inside.
    if (rest !== undefined && isBalanced(rest)) return rest;
  }
  return undefined;
}

function isEnclosed(text: string): boolean {
  return text.startsWith("(") && text.endsWith(")") && isBalanced(text.slice(1, -1));
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const letter of text) {
    if ("([<{".includes(letter)) depth++;
    else if (")]>}".includes(letter) && --depth < 0) return false;
  }
  return depth === 0;
}

/** @returns whether a field's rules say that it may be null. */
export function saysNullable(rules: string): boolean {
  const said = rules.replace(/\b(?:not|never|non|cannot be|must not be)[ -](?:null(?:able)?|be null)\b/gi, "");
  return /\bnullable\b|\b(?:may|can|could) be null\b|\bor null\b|\bnull (?:when|while|until|unless|if|for|where|before|after|allowed)\b/i.test(
    said,
  );
}

/** @returns whether a cell under a heading such as Required says yes or no; undefined for a condition. */
export function isMandatory(text: string): boolean | undefined {
  const word = /^[\s*`_]*([\p{L}✓✔✅❌✗✘×]+(?: null)?)/u.exec(text)?.[1]?.toLowerCase() ?? "";
  if (/^(?:yes|y|true|required|mandatory|always|not null|✓|✔|✅)$/.test(word)) return true;
  if (/^(?:no|n|false|optional|null|nullable|❌|✗|✘|×)$/.test(word)) return false;
  return undefined;
}
