import { subjectsOf } from "../stems.ts";

/** The stems of the part of a clause, between commas and brackets, that something stands in; looked for when they are first asked for. */
export type Near = () => ReadonlySet<string>;

/** What stands farther away belongs to something else; a clause may go on for thousands of characters. */
const FARTHEST = 500;

/** @returns what stands around some offsets of a clause; most of what is stated is compared with nothing */
export function nearIn(text: string, start: number, end: number): Near {
  let known: ReadonlySet<string> | undefined;
  return () => {
    known ??= stemsAround(text, start, end);
    return known;
  };
}

function stemsAround(text: string, start: number, end: number): Set<string> {
  const before = text.slice(Math.max(0, start - FARTHEST), start);
  const after = text.slice(end, end + FARTHEST);
  const from = Math.max(before.lastIndexOf(", "), before.lastIndexOf("("), before.lastIndexOf(" and "), before.lastIndexOf(": ")) + 1;
  const ends = [", ", ")", " and ", " ("].map((mark) => after.indexOf(mark)).filter((at) => at !== -1);
  return subjectsOf(`${before.slice(from)} ${after.slice(0, Math.min(after.length, ...ends))}`);
}
