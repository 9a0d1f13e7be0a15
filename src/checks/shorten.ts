const LONGEST = 80;

/** @returns a text as far as a message can hold it */
export function shorten(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 3).trimEnd()}...` : text.trim();
}
