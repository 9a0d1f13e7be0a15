import { subjectsOf } from "./stems.ts";

/** @returns the stems of the part of a clause, between commas and brackets, around some offsets of it */
export function nearIn(text: string, start: number, end: number): Set<string> {
  const before = text.slice(0, start);
  const after = text.slice(end);
  const from = Math.max(before.lastIndexOf(", "), before.lastIndexOf("("), before.lastIndexOf(" and "), before.lastIndexOf(": ")) + 1;
  const ends = [", ", ")", " and ", " ("].map((mark) => after.indexOf(mark)).filter((at) => at !== -1);
  return subjectsOf(`${before.slice(from)} ${after.slice(0, Math.min(after.length, ...ends))}`);
}
