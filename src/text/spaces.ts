/** @returns a text in which each run of white space is one space; the single ones, which are most, are passed over */
export function singleSpaced(text: string): string {
  return text.replace(/[^\S ]\s*| \s+/g, " ");
}
