import { fileName, shorten } from "../../../text/shorten.ts";
import type { Model, Place, Value } from "../../types.ts";
import { unitNamed } from "../quantities/units.ts";
import { subjectStem } from "../stems.ts";
import type { Content, Quantity } from "../types.ts";
import type { GeneralConflict } from "./types.ts";

const LIMIT = /(?<![\w.,])(\d{1,9}(?:,\d{3}){0,3})\s(?:\w{1,12}\s)?(?:requests?|calls?)\b/g;
const WINDOW = /(?<![\w.,])(?:(\d{1,6})|one|an?)\s(second|minute|hour|day)s?\b/i;
const PER = /^\s?(?:\/|per|an?|each|every)\s?(?:second|minute|hour|day|s|min|h)\b/i;
/** A window that stands beside its number: "more than 100 requests in a minute". */
const WITHIN = /^\D{0,40}?\s(?:in|within|per|each|every|an?)\s?(?:(?:an?|one|any)\s)?(second|minute|hour|day)\b/i;
const LIMITS = /ratelimit|throttl/;
const REQUEST = subjectStem("request");

/** So many requests in so many milliseconds. */
interface Rate {
  count: number;
  window: number;
  text: string;
  here: string;
  place: Place;
  /** Requirements that it cites or states. */
  ids: readonly string[];
  /** It stands in a section on limits too. */
  general: boolean;
}

/** @returns the one limit of the section on rate limiting, where every other place that states such a limit states the same other one */
export function rateConflicts({ backend }: Model, { quantities }: Content): GeneralConflict[] {
  const general = generalRate(backend.rateLimits);
  if (!general) return [];
  const others = sameMatter(
    quantities.flatMap((said) => (isInSection(said, general) ? [] : rateOf(said))),
    general,
  );
  const [first] = others;
  const isOne = others.every(({ count, window }) => count === first?.count && window === first.window);
  if (!first || !isOne || (first.count === general.count && first.window === general.window)) return [];
  const { text: found, place, here } = general;
  return [{ found, place, here, expected: first.text, related: first.place, there: first.here }];
}

/** Of several limits those count that cite the same requirement, or else those of sections on limits. */
function sameMatter(rates: readonly Rate[], { ids }: Rate): readonly Rate[] {
  const cited = rates.filter((rate) => rate.ids.some((id) => ids.includes(id)));
  const others = rates.filter((rate) => rate.general);
  return cited.length > 0 ? cited : others.length > 0 ? others : rates;
}

function generalRate({ Limits: limits, Window: window }: Record<string, Value>): Rate | undefined {
  if (!limits || !window || limits.items.length > 1 || limits.table) return undefined;
  const [number, ...others] = [...limits.text.matchAll(LIMIT)];
  const [, figure, unit = ""] = WINDOW.exec(window.text) ?? [];
  const factor = unitNamed(unit, false)?.factor;
  // A number with a time of its own is a rate by itself, whatever it is counted in.
  const isRate = PER.test(limits.text.slice((number?.index ?? 0) + (number?.[0].length ?? 0)));
  if (!number || others.length > 0 || isRate || factor === undefined) return undefined;
  const text = `${number[0]} in ${window.text.replace(/[.,;].*$/s, "").toLowerCase()}`;
  return {
    count: Number(number[1]?.replaceAll(",", "")),
    window: factor * Number(figure ?? 1),
    text,
    here: `${fileName(limits.place.file)}: ${shorten(limits.text, 90)}`,
    place: limits.place,
    ids: limits.text.match(/\b[A-Z]{1,5}-\d{1,4}\b/g) ?? [],
    general: true,
  };
}

function isInSection({ place, passage }: Quantity, general: Rate): boolean {
  return passage.document === "backend-design" && Math.abs(place.line - general.place.line) <= 6;
}

function rateOf({ dimension, nouns, value, text, at, length, passage, place }: Quantity): Rate[] {
  if (passage.aside || !nouns.includes(REQUEST) || !["rate", "count"].includes(dimension)) return [];
  const rest = passage.text.slice(at + length, at + length + 60);
  const unit = dimension === "rate" ? /(second|minute|hour|day|s|min|h)$/i.exec(text)?.[1] : WITHIN.exec(rest)?.[1];
  const window = unit === undefined ? undefined : unitNamed(unit, true)?.factor;
  if (window === undefined) return [];
  const count = dimension === "rate" ? Math.round((value * window) / 1000) : value;
  const here = `${fileName(place.file)}: ${shorten(passage.text.replace(/[`*]/g, "").trim(), 90)}`;
  return [
    {
      count,
      window,
      text: dimension === "rate" ? text : `${text} in a ${unit}`,
      here,
      place,
      ids: passage.ids,
      general: LIMITS.test(passage.heading),
    },
  ];
}
