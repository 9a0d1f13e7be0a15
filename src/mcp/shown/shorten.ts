/** Answers are small: what does not fit is left out, counted, and to be found in the documents. */

/** @returns the first items, as many as the number and the room in characters allow, and how many were left out */
export function takeFitting<Item>(items: readonly Item[], most: number, room: number): { kept: Item[]; left: number } {
  const kept: Item[] = [];
  let used = 0;
  for (const item of items.slice(0, most)) {
    used += JSON.stringify(item).length;
    if (used > room) break;
    kept.push(item);
  }
  return { kept, left: items.length - kept.length };
}

/** As {@link takeFitting}, with a last line that counts what was left out and says where it is. */
export function takeFittingLines(lines: readonly string[], most: number, room: number, where: string): string[] {
  const { kept, left } = takeFitting(lines, most, room);
  return left === 0 ? kept : [...kept, `and ${left} more ${where}`];
}

/** @returns the text, shortened where it is longer than so many characters */
export function clip(text: string, most: number): string {
  // By code points, so that no character is cut in two.
  return text.length <= most ? text : `${[...text].slice(0, most - 1).join("")}…`;
}

/** The largest page, in characters; hosts cut longer ones without saying so. */
const LONGEST_PAGE = 39_000;

/** @returns the text, cut at a line's end where it is too long, with a last line that says so. */
export function cutPage(text: string): string {
  if (text.length <= LONGEST_PAGE) return text;
  return `${text.slice(0, text.lastIndexOf("\n", LONGEST_PAGE))}\n\n(groundplan shows the first ${LONGEST_PAGE} of ${text.length} characters; read the file for the rest.)\n`;
}

/** The most values that the protocol lets a completion give. */
const MOST_VALUES = 100;

/** @returns the values that begin with what was typed. */
export function matchingCompletions(values: readonly string[], start = ""): string[] {
  return [...new Set(values)].filter((value) => value.startsWith(start)).slice(0, MOST_VALUES);
}
