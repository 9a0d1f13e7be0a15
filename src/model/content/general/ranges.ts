import { isOutput } from "../../../config/config.ts";
import { fileName, shorten } from "../../../text/shorten.ts";
import { comparable } from "../comparing/said.ts";
import { sharesSubject } from "../comparing/subjects.ts";
import type { Content, Quantity } from "../types.ts";
import type { GeneralConflict } from "./types.ts";

/** From one value to another one of the same clause; both are the same where it is exactly one. */
interface Range {
  low: number;
  high: number;
  from: Quantity;
  to: Quantity;
}

/** What bounds may mean without an agreement: nothing, one, and what everybody begins with. */
const TRIVIAL = 1;

/**
 * @returns the ranges of the outputs that have one end of what a statement says of the same, and another one at the other end. An end that
 * both share tells that the same is meant, unless all ranges begin with it.
 */
export function rangeConflicts({ quantities }: Content): GeneralConflict[] {
  const ranges = rangesIn(quantities);
  const asked = ranges.filter(({ to }) => to.passage.document === "prd");
  if (asked.length === 0) return [];
  const known = new Set(ranges.flatMap((range) => (isOutput(range.to.passage.document) ? [] : [keyOf(range)])));
  return ranges.flatMap((range) => {
    if (!isOutput(range.to.passage.document) || range.low === range.high || known.has(keyOf(range))) return [];
    const other = asked.find((each) => sharesEnd(range, each) && comparable(range.to, each.to) && sharesSubject(range.to, each.to));
    return other ? [conflictOf(range, other)] : [];
  });
}

function rangesIn(quantities: readonly Quantity[]): Range[] {
  return quantities.flatMap((to, index) => {
    if (to.passage.aside || !["count", "size", "time"].includes(to.dimension)) return [];
    const from = quantities[index - 1];
    if (from && isPair(from, to)) return [{ low: from.value, high: to.value, from, to }];
    const isExact = /\bexactly\s$/i.test(to.passage.text.slice(Math.max(0, to.at - 10), to.at));
    return isExact && to.dimension === "count" ? [{ low: to.value, high: to.value, from: to, to }] : [];
  });
}

function isPair(from: Quantity, to: Quantity): boolean {
  return (
    from.passage === to.passage &&
    from.dimension === to.dimension &&
    from.bound === "least" &&
    to.bound === "most" &&
    from.at + from.length === to.at
  );
}

function keyOf({ low, high, to }: Range): string {
  return `${to.dimension} ${low} ${high}`;
}

function sharesEnd(range: Range, other: Range): boolean {
  if (range.low === other.low) return range.high !== other.high && range.low > TRIVIAL;
  return range.high === other.high && range.high > TRIVIAL && other.low > TRIVIAL;
}

function conflictOf(range: Range, other: Range): GeneralConflict {
  return {
    found: writtenOf(range),
    place: range.to.place,
    here: excerptOf(range.to),
    expected: writtenOf(other),
    related: other.to.place,
    there: excerptOf(other.to),
  };
}

function writtenOf({ from, to }: Range): string {
  return from === to ? `exactly ${to.text}` : `${from.text}${to.text}`.replace(/\s+/g, " ");
}

function excerptOf({ passage, place }: Quantity): string {
  return `${fileName(place.file)}: ${shorten(passage.text.replace(/[`*]/g, "").replace(/\s+/g, " ").trim(), 90)}`;
}
