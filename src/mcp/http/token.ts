import { KnownError } from "../../core.ts";

/** In characters; the random ones have twice as many. */
const SHORTEST = 16;

/**
 * @param source what the token was set by, for the message
 * @throws KnownError (`token`) for one that lets in whoever guesses it: empty, short, or with blanks, which no header carries
 */
export function requireToken(token: string, source: string): string {
  const fail = (why: string) =>
    new KnownError(
      "token",
      `unexpected token in ${source}: ${why}`,
      `Expected at least ${SHORTEST} letters, digits and signs without blanks; leave it out, and a random one is made and printed.`,
    );
  if (token === "") throw fail("it is empty");
  if (token.length < SHORTEST) throw fail(`it has ${token.length} characters`);
  if (!/^[\x21-\x7e]+$/.test(token)) throw fail("it holds blanks or characters that no header carries");
  return token;
}
