const NONE: readonly RegExpExecArray[] = [];

/**
 * The same as `matchAll`, which makes a copy of the expression at each call: that takes longer than to see that a clause has no match.
 *
 * @param pattern global, and such that it matches no empty text
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  let found: RegExpExecArray[] | undefined;
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found ??= [];
    found.push(match);
  }
  return found ?? NONE;
}
