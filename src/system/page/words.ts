// Words that say nothing on what a thing is.
const EMPTY = new Set(
  "about after also another before being both every from into just more most only other over same some such than that their them then there these they this those under until upon when where which while with within without service component system data request requests value code error failed".split(
    " ",
  ),
);

/** @returns the words of a text that say what it is about, without their endings. */
export function contentWords(text: string): Set<string> {
  const words = text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return new Set(words.filter((word) => !EMPTY.has(word)).map((word) => word.replace(/(?:ations?|ings?|ed|es|s|er|ers)$/, "").slice(0, 6)));
}

/** @returns whether two texts have any word in common that says what they are about; true where one has none. */
export function shareWords(a: string, b: string): boolean {
  const [left, right] = [contentWords(a), contentWords(b)];
  return left.size === 0 || right.size === 0 || [...left].some((word) => right.has(word));
}
