/** Nobody nests deeper: what does is cut off there, so that no reader of the tree has to be ready for any depth. */
export const DEEPEST = 600;

/**
 * The parser takes quadratic time over the marks of quotes and lists that open within each other on one line.
 *
 * @returns the text with the mark behind the {@link DEEPEST}th of a line made a letter: offsets stay, what follows is words
 */
export function boundMarks(text: string): string {
  let bounded = "";
  let kept = 0;
  for (let from = 0; from < text.length; ) {
    const newline = text.indexOf("\n", from);
    const to = newline === -1 ? text.length : newline;
    const excess = to - from > DEEPEST ? excessMark(text, from, to) : undefined;
    if (excess !== undefined) {
      bounded += `${text.slice(kept, excess)}x`;
      kept = excess + 1;
    }
    from = to + 1;
  }
  return kept === 0 ? text : bounded + text.slice(kept);
}

/** @returns the offset of the mark that is one too many on a line */
function excessMark(text: string, from: number, to: number): number | undefined {
  let count = 0;
  for (let at = from; at < to; ) {
    const length = isBlank(text[at]) ? 1 : markLength(text, at, to);
    if (length === 0) return undefined;
    if (!isBlank(text[at])) count++;
    if (count > DEEPEST) return isRule(text.slice(from, to)) ? undefined : at;
    at += length;
  }
  return undefined;
}

/** @returns how long the mark of a quote or of an item of a list is; 0 where there is none */
function markLength(text: string, at: number, to: number): number {
  if (text[at] === ">") return 1;
  const digits = /^\d{1,9}(?=[.)])/.exec(text.slice(at, Math.min(to, at + 10)))?.[0].length ?? 0;
  const end = at + digits;
  const isMark = digits > 0 || text[at] === "-" || text[at] === "*" || text[at] === "+";
  return isMark && (end + 1 >= to || isBlank(text[end + 1])) ? digits + 1 : 0;
}

function isBlank(character: string | undefined): boolean {
  return character === " " || character === "\t" || character === "\r";
}

/** `- - -` is a rule across the page, however long. */
function isRule(line: string): boolean {
  const marks = new Set(line.replace(/\s/g, ""));
  return marks.size === 1 && (marks.has("-") || marks.has("*"));
}
