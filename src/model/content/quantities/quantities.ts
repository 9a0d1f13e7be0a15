import { matchesOf } from "../../../text/matches.ts";
import { singleSpaced } from "../../../text/spaces.ts";
import { type Bound, Quantity } from "../stated.ts";
import type { Passage } from "../types.ts";
import { readNumber } from "./meaning.ts";
import { readClocks, readOrdinals, readPeriods } from "./moments.ts";
import type { Note } from "./note.ts";
import { NUMBER } from "./numbers.ts";
import { readOptions, valuesOfOption } from "./options.ts";
import { readVersions } from "./versions.ts";

const MOST =
  /(?:\bat most|\bup to|\bno more than|\bnot more than|\bmax(?:imum)?(?:\sof)?|\bmaximal|≤|<=|<|\bwithin|\bunder|\bbelow|\bless than|\bnever more than|\blimited to|\bnot older than|\bnot exceed(?:s|ing)?|\bexceed)[\s:]{0,2}(?:the\s)?$/i;
const LEAST =
  /(?:\bat least|\bmin(?:imum)?(?:\sof)?|≥|>=|>|\bmore than|\bno less than|\bnot less than|\babove|\bolder than|\bnot before)[\s:]{0,2}$/i;

/** Reads every number that a clause states, with what it measures or counts. */
export function quantitiesIn(passage: Passage): Quantity[] {
  const { text } = passage;
  const found: Quantity[] = [];
  const note = noting(passage, found);
  if (/\d/.test(text)) {
    readVersions(text, note);
    if (text.includes("--")) readOptions(text, note);
    if (text.includes(":")) readClocks(text, note);
  }
  for (const match of matchesOf(text, NUMBER)) readNumber(passage, match, note);
  if (/(?:rd|th|nd|st)\b/.test(text)) readOrdinals(text, note);
  if (/ly\b|\b(?:every|each|once)\b/i.test(text)) readPeriods(text, note);
  return [...found, ...valuesOfOption(passage, found)];
}

function noting(passage: Passage, found: Quantity[]): Note {
  const { text } = passage;
  return (start, end, { dimension, value, bound, nouns = [] }) => {
    if (found.some((earlier) => start < earlier.at + earlier.length && earlier.at < end)) return;
    const written = text.slice(start, end);
    const stretch = { text: singleSpaced(written).replace(/[`*]/g, ""), at: start, length: end - start };
    const measure = { dimension, value, bound: bound ?? boundBefore(text.slice(Math.max(0, start - 24), start)), nouns };
    found.push(new Quantity(passage, stretch, measure));
  };
}

function boundBefore(before: string): Bound {
  if (MOST.test(before)) return "most";
  return LEAST.test(before) ? "least" : "exact";
}
