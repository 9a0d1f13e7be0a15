import { isOutput } from "../../config/config.ts";
import { isWithin } from "../../findings/place.ts";
import { hasWord, nameKey } from "../../text/names.ts";
import type { Difference } from "../content/comparing/compare.ts";
import { agree, type Said } from "../content/comparing/said.ts";
import { contentOf } from "../content/read.ts";
import type { SettingConflict } from "../content/settings/setting-conflicts.ts";
import { subjectsOf } from "../content/stems.ts";
import type { Quantity } from "../content/types.ts";
import type { Departure, Model } from "../types.ts";

/** A departure settles the contradiction that it names and no other; without a reason it settles nothing. */
const reasoned = ({ departures }: Model) => departures.filter(({ reason }) => reason !== "");

/**
 * Whether a departure settles that two clauses say different values. It names the input's statement, which the clause may repeat; or it
 * gives both values and speaks of the same. A value that it gives as the design's own has to be the one that was found.
 */
export function settlesValues(model: Model, { said, other }: Pick<Difference, "said" | "other">): boolean {
  const asked = [other, said].filter(({ passage }) => !isOutput(passage.document));
  const departures = asked.length === 0 ? [] : reasoned(model);
  return departures.some((departure) => {
    const values = statedIn(model, departure).filter(({ dimension }) => dimension === said.dimension);
    const says = (value: Said) => values.some((own) => agree(own, value)) || hasWord(departure.text, numberOf(value));
    if (asked.some((value) => states(model, departure.ids, value))) {
      const others = values.filter((own) => !agree(own, other));
      return others.length === 0 || says(said) || (asked.length === 2 && says(other));
    }
    return says(said) && says(other) && asked.some((value) => shares(subjectsOf(departure.text), value));
  });
}

/** A clause states what a requirement states: it bears its id, or says the same value of the same. */
function states(model: Model, ids: readonly string[], value: Said): boolean {
  const isOf = ({ passage }: Said) => passage.ids.some((id) => ids.includes(id));
  if (isOf(value)) return true;
  return [...contentOf(model).quantities, ...contentOf(model).choices].some(
    (stated) =>
      stated.dimension === value.dimension &&
      stated.passage.document === "prd" &&
      isOf(stated) &&
      agree(stated, value) &&
      shares(stated.passage.own, value),
  );
}

function shares(subjects: ReadonlySet<string>, { passage }: Said): boolean {
  return [...passage.own].some((word) => subjects.has(word));
}

/** "90 instead of 60" gives the unit of the first alone. */
function numberOf({ text }: Said): string {
  return /^\D{0,20}(\d[\d.,]{0,20})(?<=\d)/.exec(text)?.[1] ?? text;
}

function statedIn(model: Model, { place }: Departure): Quantity[] {
  return contentOf(model).quantities.filter((quantity) => isWithin(quantity.place, place));
}

/**
 * Whether a departure settles that an option has another value than an input gives it: it names the option, and gives no value or the one
 * that was found.
 */
export function settlesSetting(model: Model, { said, other }: SettingConflict): boolean {
  if (isOutput(other.document)) return false;
  return reasoned(model).some(({ text }) => {
    const values = text.replace(ID, " ").match(FIGURE) ?? [];
    return hasWord(text, said.name) && (hasWord(text, said.value) || values.every((value) => value.replaceAll(",", "") === other.value));
  });
}

const ID = /\b[A-Z]{1,8}-?\d{1,5}\b/g;
const FIGURE = /(?<![\w.-])\d[\d,]{0,15}(?:\.\d{1,6})?/g;

/** Whether a departure settles that a literal of an input is not carried over: it names it, or the statement and no other literal. */
export function settlesLiteral(model: Model, literal: string, ids: readonly string[]): boolean {
  return reasoned(model).some(
    (departure) => hasWord(departure.text, literal) || (departure.names.length === 0 && departure.ids.some((id) => ids.includes(id))),
  );
}

/** @returns the keys of the names that departures give in inline code. */
export function namesOfDepartures(model: Model): Set<string> {
  return new Set(reasoned(model).flatMap(({ names }) => names.map(nameKey)));
}
