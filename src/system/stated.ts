import { saysNothing } from "../model/query.ts";

// What stands for words until somebody writes them: the template's braces, marks of what is to be done, and "none".
const GAP =
  /^\W{0,9}(?:\{[^{}]{0,300}\}|(?:n\/?a|none(?: yet)?|not applicable|to be (?:defined|determined|decided|confirmed|completed)|placeholder))\W{0,9}$/i;
const MARK = /^\W{0,9}(?:TODO|TBD|TBC|FIXME|XXX)(?![\w-])/i;

/** @returns whether a cell states something that can be told to others. */
function isStated(text: string): boolean {
  return !saysNothing(text) && !GAP.test(text.trim()) && !MARK.test(text);
}

/** @returns the facts whose name is no gap in the document: a gap of one feature is no part of the whole. */
export function stated<Fact>(facts: readonly Fact[], nameOf: (fact: Fact) => string): Fact[] {
  return facts.filter((fact) => isStated(nameOf(fact)));
}
