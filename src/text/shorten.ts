const LONGEST = 80;

/** @returns a text as far as a message can hold it */
export function shorten(text: string, longest = LONGEST): string {
  const plain = text.trim();
  return plain.length > longest ? `${plain.slice(0, longest - 3).trimEnd()}...` : plain;
}

/** @returns a text cut at the end of a word, without the marks that would stand last */
export function cutAtWord(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const cut = text.slice(0, limit);
  const whole = cut.slice(0, Math.max(cut.lastIndexOf(" "), limit / 2));
  // A mark that is opened and not closed would take what follows for code.
  const closed = (whole.split("`").length - 1) % 2 === 0 ? whole : whole.slice(0, whole.lastIndexOf("`"));
  return closed.replace(/(?<![\s,;:(])[\s,;:(]+$/, "");
}

/** @returns the name of a file, without the folders that it lies in */
export function fileName(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}
