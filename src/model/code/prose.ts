/** Words that join others to sentences, and that no language has as keywords. */
const JOINING =
  /\b(?:the|an?|of|to|be|are|was|were|that|which|you|your|we|our|its|should|may|might|will|would|can|cannot|must|has|have|been|by|on|at|also|only|does|there|these|those|such|than|so|how)\b/g;

/** @returns whether a line is a sentence, or a piece of one, that only begins as a statement does. */
export function isSentence(line: string): boolean {
  const words = line
    .slice(0, 400)
    .replace(/(["'`])(?:(?!\1).){0,200}\1/g, "")
    .replace(/(?:\/\/|\/\*|#|--).*$/s, "");
  return (words.match(JOINING) ?? []).length >= 2;
}

/** What mathematics and its readers call by name; any other call is one of a program. */
const MATHEMATICAL =
  /^(?:min|max|clamp|ceil|floor|round|abs|sum|avg|mean|median|count|log\d{0,2}|ln|exp|sqrt|pow|rand(?:om)?|hash|sha\d{1,3}|hmac|base64(?:url)?)$/i;

/** @returns whether a line is a formula: a name, an equals sign, and only numbers, names, operators and mathematical functions. */
export function isFormula(line: string): boolean {
  // A separator in quotes joins what is signed or hashed.
  const text = line.slice(0, 400).replace(/(["'])[^\w\s"']{1,3}\1/g, "");
  const [, right] = /^\s{0,80}(?!(?:this|self)\.)[\w.]{1,80}\s{0,9}=\s{0,9}([\w\s.,+*/^%()-]{1,300})$/.exec(text) ?? [];
  if (right === undefined || /\b(?:for|if|else|in|new|await|yield|lambda)\b/.test(right)) return false;
  return [...right.matchAll(/([\w.]{1,80})\(/g)].every(([, name = ""]) => MATHEMATICAL.test(name));
}

/**
 * For fragments that begin in the middle of a statement: most lines end as lines of code end, and hold more than words.
 *
 * @returns whether a block is made of such lines
 */
export function isPunctuated(text: string): boolean {
  const lines = text
    .split("\n")
    .map((line) =>
      line
        .slice(0, 400)
        .replace(/(?:^|\s)(?:\/\/|#|--)\s.*$/s, "")
        .trim(),
    )
    .filter((line) => line !== "");
  if (lines.length < 3 || lines.some((line) => /^(?:[-*+•]|\d{1,3}[.)]) /.test(line) || isSentence(line))) return false;
  const ended = lines.filter((line) => /^[\])};,]+$/.test(line) || (/[;,{([\\]$/.test(line) && /[=([{"']|\w:\s|\w\.\w|;$/.test(line)));
  const whole = lines.filter((line) => /[;{]$/.test(line));
  return ended.length >= lines.length * 0.7 && (whole.length > 0 || ended.length === lines.length || /[([{]$/m.test(text));
}
