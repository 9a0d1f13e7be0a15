import { createScanner } from "jsonc-parser";

/** Deeper than any file that a person writes, and far from where a reader that goes down step by step is at the end of its stack. */
export const DEEPEST = 300;

/** What is said of a text that nests deeper; it continues "cannot be read: ". */
export const NESTS_TOO_DEEP = "it nests too deep";

// The kinds that jsonc-parser's scanner tells, as numbers: their names are an enumeration of types alone.
const [OPEN_BRACE, CLOSE_BRACE, OPEN_BRACKET, CLOSE_BRACKET, END] = [1, 2, 3, 4, 17];

/**
 * Says whether a text in JSON nests deeper than {@link DEEPEST}, by the tokens of the reader that it is meant for: what follows the value
 * step by step is at the end of its stack otherwise, and at that end the engine may end the whole process instead of saying so.
 */
export function jsonNestsTooDeep(text: string): boolean {
  const scanner = createScanner(text, true);
  let depth = 0;
  for (let token: number = scanner.scan(); token !== END; token = scanner.scan()) {
    if (token === OPEN_BRACE || token === OPEN_BRACKET) depth++;
    else if ((token === CLOSE_BRACE || token === CLOSE_BRACKET) && depth > 0) depth--;
    if (depth > DEEPEST) return true;
  }
  return false;
}

/** Stands for the error that js-yaml would give, with the line at which a text nests too deep. */
class TooDeep extends Error {
  readonly reason = NESTS_TOO_DEEP;
  readonly mark: { line: number };

  constructor(line: number) {
    super(NESTS_TOO_DEEP);
    this.mark = { line };
  }
}

/**
 * A listener for js-yaml that stops its reading where a text nests too deep: it hears of each node before the reader goes down into it.
 *
 * @param next hears what it hears
 * @throws TooDeep in the course of the reading, of the form of js-yaml's own errors
 */
export function depthListener(next?: Listener): Listener {
  let depth = 0;
  return (event, state) => {
    depth += event === "open" ? 1 : -1;
    if (depth > DEEPEST) throw new TooDeep(state.line);
    next?.(event, state);
  };
}

type Listener = (event: "open" | "close", state: { line: number; result: unknown }) => void;
