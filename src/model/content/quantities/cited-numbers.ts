import { addTo } from "../../../text/group.ts";
import type { Model } from "../../types.ts";
import type { Quantity } from "../types.ts";

/** A stretch of a line. */
type Stretch = readonly [from: number, to: number];

/** "Requirements 9 and 12": what numbers a statement, whether or not the PRD has one of this number. */
const NUMBERED =
  /(?:\b(?:requirements?|reqs?\.?|criteri(?:on|a)|assumptions?|stor(?:y|ies)|questions?|findings?|risks?|PRD)\s+(?:no\.?\s*|#)?)(?:\d{1,4}(?:\.\d{1,3}){0,3}\s*(?:,|and|or|to|through|–|-|&)\s*){0,12}$/i;

/** A number with a unit measures something, whatever stands before it. */
const UNMEASURED = new Set(["bare", "count"]);

/**
 * A number that tells which statement is meant is no value: two that differ cite two statements.
 *
 * @returns the quantities that are none of a citation
 */
export function withoutCited(quantities: readonly Quantity[], { mentions }: Model): Quantity[] {
  const byLine = new Map<string, Stretch[]>();
  for (const { place } of mentions) addTo(byLine, `${place.file}:${place.line}`, [place.column, place.endColumn ?? place.column]);
  return quantities.filter(({ place, passage, at, text, dimension }) => {
    const from = place.column;
    const to = from + text.length;
    const isCited = byLine.get(`${place.file}:${place.line}`)?.some(([start, end]) => start < to && from < end) ?? false;
    return !isCited && !(UNMEASURED.has(dimension) && NUMBERED.test(passage.text.slice(Math.max(0, at - 80), at)));
  });
}
