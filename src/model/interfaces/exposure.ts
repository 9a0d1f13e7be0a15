import type { InterfaceKind } from "../../config/config.ts";
import { hasWord, literally } from "../../text/names.ts";
import type { Component, Consumption, Exposure, Value } from "../types.ts";

const OFFERS = /\b(?:exposes?|offers?|provides?|publish(?:es)?|emits?|serves?|accepts?|handles?|hosts?|sends?|raises?|runs?)\b/i;
const TAKES = /\b(?:consumes?|calls?|reads?|uses?|subscribes?|listens?|invokes?|requires?|needs?|queries|depends)\b/i;

/** The words that stand for all interfaces of a kind: "exposes the four endpoints of 04". */
const COLLECTIVE: readonly [InterfaceKind, RegExp][] = [
  ["api", /\b(?:endpoints?|(?:rest|http|web) (?:api|interface)|api|routes?|resources?)\b/i],
  ["library", /\b(?:functions?|methods?|library|package|sdk|public interface)\b/i],
  ["cli", /\b(?:commands?|subcommands?|command line)\b/i],
  ["service", /\b(?:events?|messages?|topics?|queues?|streams?)\b/i],
];

const ENDPOINT = /\b(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\s+\/[\w/{}.:-]*/g;

/** Reads what a component exposes: the clauses of its interfaces up to the word that turns to what it consumes. */
export function readExposure({ values }: Pick<Component, "values">): Exposure {
  const value = values.Interfaces;
  if (!value) return { names: [], kinds: [], text: "" };
  const offered = clausesOf(value)
    .filter(({ offers }) => offers)
    .map(({ clause }) => clause);
  const text = offered.join("; ");
  const names = [
    ...new Set([...(text.match(ENDPOINT) ?? []), ...value.codes.filter((code) => text.includes(code) && !/^\/?$/.test(code))]),
  ];
  return { names: names.map((name) => ({ name, place: value.place })), kinds: kindsIn(withoutNames(text, names)), text };
}

/** Reads what a component takes: the names in the clauses that say that it consumes, calls or reads. */
export function readConsumption({ values }: Pick<Component, "values">): Consumption[] {
  const value = values.Interfaces;
  if (!value) return [];
  const taken = clausesOf(value).filter(({ offers }) => !offers);
  return taken.flatMap(({ clause }) =>
    [...new Set(value.codes)].filter((code) => hasWord(clause, code)).map((name) => ({ name, clause, place: value.place })),
  );
}

function clausesOf({ text, items }: Value): { clause: string; offers: boolean }[] {
  return clauses([text, ...items.map((item) => item.text)].join("; "));
}

/** A clause without a verb of its own goes on with the one before it. */
function clauses(text: string): { clause: string; offers: boolean }[] {
  let offers = true;
  const filled = text.split(/;\s*|\.\s+|\n/).filter((clause) => clause.trim() !== "");
  return filled.map((clause) => {
    const takes = TAKES.exec(clause);
    const gives = OFFERS.exec(clause);
    if (gives && (!takes || gives.index < takes.index)) offers = true;
    else if (takes) offers = false;
    return { clause, offers };
  });
}

/** "Handles the events `a` and `b`" means these two, and "to the Export Command" a part: neither means all of a kind. */
function withoutNames(text: string, names: readonly string[]): string {
  const parts = text.replace(/\b(?:to|by|for|from|of|with)\s+(?:the\s+)?[A-Z][a-z]+(?:\s+[A-Z][A-Za-z]+)+/g, " ");
  return names
    .filter((name) => parts.includes(name))
    .reduce((rest, name) => rest.replace(new RegExp(`(?:\\b\\w+:?\\s+)?${literally(name)}`), " "), parts);
}

function kindsIn(text: string): InterfaceKind[] {
  return COLLECTIVE.filter(([, words]) => words.test(text)).map(([kind]) => kind);
}
