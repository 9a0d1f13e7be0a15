/** More of them, one after the other, would try too many ways of dividing a text among them. */
const MOST_UNLIMITED = 3;

// An escaped character, a class of characters, the beginning of a group, a repetition, or any one character.
const TOKEN = /\\.|\[(?:\\.|[^\]\\])*\]|\((?:\?(?:<\w+>|<?[=!]|:))?|[*+]|\{\d+(?:,\d*)?\}|./gsu;

/**
 * @param expression one that somebody has written into a configuration
 * @returns whether it can be read, and comes to an end soon on every short text: it repeats no group in which something
 *   repeats or is one of several, and no more than three parts without a limit
 */
export function isBounded(expression: string): boolean {
  try {
    // As the ids are looked for: what is let pass without the flag may be a mistake with it.
    new RegExp(expression, "u");
  } catch {
    return false;
  }
  let unlimited = 0;
  let justClosed = false;
  // For each group around the place: whether something in it repeats, or is one of several.
  const varying = [false];
  const vary = () => {
    varying[varying.length - 1] = true;
  };
  for (const [token] of expression.matchAll(TOKEN)) {
    const repeats = /^(?:[*+]|\{\d)/.test(token);
    if (repeats && justClosed) return false;
    justClosed = false;
    if (token.startsWith("(")) varying.push(false);
    else if (token === ")") {
      justClosed = varying.pop() ?? false;
      if (justClosed) vary();
    } else if (repeats || token === "|") vary();
    if (/^[*+]|,\}$/.test(token)) unlimited++;
  }
  return unlimited <= MOST_UNLIMITED;
}
