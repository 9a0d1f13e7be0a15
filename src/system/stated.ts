import { saysNothing } from "../model/query.ts";
import type { FeatureFacts, JudgedFacts } from "./feature-facts.ts";

// What stands for words until somebody writes them: the template's braces, marks of what is to be done, and "none".
const GAP =
  /^\W{0,9}(?:\{[^{}]{0,300}\}|(?:n\/?a|none(?: yet)?|not applicable|to be (?:defined|determined|decided|confirmed|completed)|placeholder))\W{0,9}$/i;
const MARK = /^\W{0,9}(?:TODO|TBD|TBC|FIXME|XXX)(?![\w-])/i;

/** @returns whether a cell states something that can be told to others. */
export function isStated(text: string): boolean {
  return !saysNothing(text) && !GAP.test(text.trim()) && !MARK.test(text);
}

/** @returns the facts without those whose name is a gap in the document: a gap of one feature is no part of the whole. */
export function withoutGaps<Facts extends JudgedFacts | FeatureFacts>(facts: Facts): Facts {
  const named = <Item>(items: readonly Item[], nameOf: (item: Item) => string) => items.filter((item) => isStated(nameOf(item)));
  const judged = {
    ...facts,
    components: named(facts.components, ({ name }) => name),
    integrations: named(facts.integrations, ({ system }) => system),
    choices: named(facts.choices, ({ product }) => product),
    errors: named(facts.errors, ({ code }) => code),
    interfaces: named(facts.interfaces, ({ name }) => name),
  };
  if (!("stores" in facts)) return judged;
  return {
    ...judged,
    stores: named(facts.stores, ({ name }) => name),
    decisions: named(facts.decisions, ({ text }) => text),
    entities: named(facts.entities, ({ name }) => name),
    flows: named(facts.flows, ({ name }) => name),
  };
}
