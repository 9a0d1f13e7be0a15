import { matchesOf } from "../../../text/matches.ts";

const END = /[;.!?](?=\s)/g;

/** No sentence is longer; what is, is compared in parts. */
const LONGEST_CLAUSE = 2000;

/** Sentences, and parts that a semicolon separates. @returns offsets in the text */
export function clausesIn(text: string): [number, number][] {
  const found: [number, number][] = [];
  let from = 0;
  const cut = (end: number) => {
    for (; end - from > LONGEST_CLAUSE; from += LONGEST_CLAUSE) found.push([from, from + LONGEST_CLAUSE]);
    found.push([from, end]);
  };
  for (const { index } of matchesOf(text, END)) {
    if (index - from < 2) continue;
    cut(index);
    from = index + 1;
  }
  cut(text.length);
  return found;
}
