/** Shorter ones are in most texts. */
const SHORTEST = 2;

/**
 * Reads off an expression what no text can do without that it matches. Looking for a few letters is much faster than
 * trying the expression at every place; most expressions never have to be tried.
 *
 * @param source of a regular expression
 * @returns literals, one of which must occur; undefined where nothing can be told
 */
export function literalsOf(source: string): string[] | undefined {
  const longest = [""];
  let run = "";
  const end = () => {
    if (run.length > (longest.at(-1) ?? "").length) longest[longest.length - 1] = run;
    run = "";
  };
  for (let at = 0; at < source.length; ) {
    const { length, literal } = atomAt(source, at);
    const quantifier = /^(?:[*?]|\+|\{\d+(?:,\d*)?\})\??/.exec(source.slice(at + length, at + length + 12))?.[0] ?? "";
    const isOptional = /^(?:[*?]|\{0)/.test(quantifier);
    if (literal !== undefined && !isOptional) run += literal;
    if (literal === undefined || quantifier !== "") end();
    if (source[at] === "|") longest.push("");
    at += length + quantifier.length;
  }
  end();
  return longest.every((literal) => literal.length >= SHORTEST) ? longest : undefined;
}

/** What stands at one place of an expression: a letter that means itself, or anything else, as a whole. */
function atomAt(source: string, at: number): { length: number; literal?: string } {
  const character = source.charAt(at);
  if (character === "\\") {
    const escaped = /^\\(?:x[\dA-Fa-f]{2}|u[\dA-Fa-f]{4}|u\{[\dA-Fa-f]+\}|[pP]\{[^}]*\}|k<[^>]*>|c[A-Za-z]|\d+|[A-Za-z])/.exec(
      source.slice(at, at + 60),
    );
    return escaped ? { length: escaped[0].length } : { length: 2, literal: source.charAt(at + 1) };
  }
  if (character === "[") return { length: closing(source, at) - at };
  if (character === "(") return { length: closing(source, at) - at };
  return "|^$.".includes(character) ? { length: 1 } : { length: 1, literal: character };
}

/** @returns the place after the bracket that closes the class or group at a place. */
function closing(source: string, from: number): number {
  let depth = 0;
  let inClass = false;
  for (let at = from; at < source.length; at++) {
    const character = source[at];
    if (character === "\\") at++;
    else if (inClass) inClass = character !== "]";
    else if (character === "[") inClass = true;
    else if (character === "(") depth++;
    else if (character === ")") depth--;
    if (depth === 0 && !inClass) return at + 1;
  }
  return source.length;
}
