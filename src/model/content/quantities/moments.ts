import { matchesOf } from "../../../text/matches.ts";
import type { Note } from "./note.ts";
import { nounsIn } from "./nouns.ts";
import { DAY, PERIODS } from "./units.ts";

/** Which of several it is: the second one is mostly just another one. */
const ORDINAL = /\b(?:the|a|each|every)\s(third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,3}(?:nd|rd|th))(?=\s`?[a-z])/gi;

const ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth".split(" ");

/** What is done in each period, or is called by it: a daily run, an hourly export. */
const PERIOD_WORD =
  /(?<![A-Za-z\u00c0-\u024f-])(?<adverb>hourly\b|(?:daily|weekly|monthly)(?=[\s]{0,2}(?:[,.;()|]|$|at\b|by\b|and\b)|\s[a-z]{2,20}(?:s|ions?|ings?|ports?|ups?)\b|\s(?:run|job|check|sweep|purge|task|batch|cycle)\b))|\b(?:every|each|once an?|once per)\s(?<noun>second|minute|hour|day|week|month|year)\b/gi;

/** The port behind an address of this machine. */
const HOST_PORT = /(?:\d{1,3}(?:\.\d{1,3}){3}|localhost):(\d{2,5})(?!\d)/g;

const CLOCK = /(?<![\d:.-])([01]?\d|2[0-3]):([0-5]\d)(?![\d:])/g;

/** Reads times of the day, and ports, which look like them. */
export function readClocks(text: string, note: Note): void {
  for (const { index, 0: whole, 1: port } of matchesOf(text, HOST_PORT))
    note(index, index + whole.length, { dimension: "role:port", value: Number(port), bound: "exact" });
  for (const { index, 0: whole, 1: hours, 2: minutes } of matchesOf(text, CLOCK))
    note(index, index + whole.length, { dimension: "clock", value: Number(hours) * 60 + Number(minutes) });
}

/** Reads the how-many-eth something is: "the sixth attempt". */
export function readOrdinals(text: string, note: Note): void {
  for (const { index, 0: whole, 1: ordinal = "" } of matchesOf(text, ORDINAL)) {
    const nouns = nounsIn(text.slice(index + whole.length, index + whole.length + 60).replace(/`/g, ""));
    const value = /^\d/.test(ordinal) ? Number.parseInt(ordinal, 10) : ORDINALS.indexOf(ordinal.toLowerCase());
    if (nouns.length > 0 && value > 2) note(index, index + whole.length, { dimension: "count", value, nouns, bound: "exact" });
  }
}

/** Reads how often something is done, where a word says it. */
export function readPeriods(text: string, note: Note): void {
  for (const { index, 0: whole, groups } of matchesOf(text, PERIOD_WORD)) {
    const value = PERIODS[(groups?.adverb ?? groups?.noun ?? "").toLowerCase()] ?? DAY;
    // "a second" and "each second" of a rate belong to the number before them.
    if (!/\d\s?\S{0,20}\s?$/.test(text.slice(Math.max(0, index - 24), index)))
      note(index, index + whole.length, { dimension: "interval", value });
  }
}
