import type { DocumentKind } from "../../config/config.ts";
import type { LinearPattern } from "../../config/linear-pattern.ts";
import { literally } from "../../text/names.ts";
import { singleSpaced } from "../../text/spaces.ts";
import type { Mention, Place, Requirement } from "../types.ts";
import { citedIds, connection, isKnownPrefix, requirementKey } from "./ids.ts";

type PlaceAt = (start: number, end: number) => Place;

/** A stretch of the text that cites a requirement, by id or by number. */
interface Cited {
  id: string;
  start: number;
  end: number;
}

/**
 * Reads which requirements a design document mentions: single ids, lists and ranges; for a PRD without
 * ids, numbers behind words such as "requirement" and "story", and the names made from its sections.
 *
 * @param prose the document's text with blocks, comments and link addresses blanked
 * @param at gives the place of two offsets
 * @param known the requirements that the PRD declares
 * @param idPatterns ids in forms of the team's own
 */
export function readMentions(
  prose: string,
  at: PlaceAt,
  document: DocumentKind,
  known: readonly Requirement[],
  idPatterns: readonly LinearPattern[] = [],
): Mention[] {
  const byKey = new Map(known.map(({ id }) => [requirementKey(id), id]));
  const numbered = byNumber(prose, known);
  const starts = new Set(numbered.map(({ start }) => start));
  // `FR-15` of a PRD that has numbers alone is no id that it lacks.
  const cited = [...byId(prose, known, byKey).filter(({ start }) => !starts.has(start)), ...numbered, ...byOwnForm(prose, idPatterns)];
  return cited.map(({ id, start, end }) => ({ id: byKey.get(requirementKey(id)) ?? id, document, place: at(start, end) }));
}

function byId(prose: string, known: readonly Requirement[], byKey: ReadonlyMap<string, string>): Cited[] {
  const numbered = known.filter((requirement) => requirement.numbered);
  const own = new Set(numbered.map(({ id }) => prefixOf(id)));
  // Ids of this PRD's own shape are its; the best known prefixes are told even where the PRD has none.
  const isPrefix = (prefix: string) =>
    own.has(prefix) || (numbered.length > 0 && ["FR", "NFR", "REQ", "US", "AC"].includes(prefix) && isKnownPrefix(prefix));
  return citedIds(prose, isPrefix).flatMap((first, index, all) => {
    const next = all[index + 1];
    const { id, prefix, end } = first;
    return [
      { id, start: first.start, end },
      ...continued(prose, first, next?.start ?? prose.length, (number) => byKey.get(requirementKey(`${prefix}-${number}`))),
      ...between(prose, first, next, known),
    ];
  });
}

function byOwnForm(prose: string, patterns: readonly LinearPattern[]): Cited[] {
  return patterns.flatMap((pattern) => pattern.matchesIn(prose).map(({ 0: id, index }) => ({ id, start: index, end: index + id.length })));
}

function prefixOf(id: string): string {
  return /^[A-Z]{1,12}(?:[-_\u2010\u2011\u2013][A-Z]{1,12}){0,3}/.exec(id)?.[0] ?? id;
}

/** `FR-1, 2 and 5`, `FR-2 to 5`: bare numbers count only where the PRD has such a requirement. */
function continued(
  prose: string,
  first: { number: string; end: number },
  limit: number,
  resolve: (number: string) => string | undefined,
): Cited[] {
  const found: Cited[] = [];
  let { end } = first;
  let last = first.number;
  for (;;) {
    const link = connection(prose.slice(end, Math.min(limit, end + 24)));
    const rest = link ? prose.slice(end + link.length, Math.min(limit, end + link.length + 24)) : "";
    const number = dottedNumber(rest, resolve) ?? bareNumber(rest);
    if (!link || !number || resolve(number) === undefined) return found;
    const start = end + link.length;
    end = start + number.length;
    for (const each of link.kind === "range" ? upTo(last, number) : [number]) {
      const id = resolve(each);
      if (id !== undefined) found.push({ id, start, end });
    }
    last = number;
  }
}

/** @returns the numbers behind one up to another, where they differ in their last part alone; otherwise the other. */
function upTo(first: string, last: string): string[] {
  const [head, from] = [first.slice(0, first.lastIndexOf(".") + 1), Number(first.slice(first.lastIndexOf(".") + 1))];
  if (!last.startsWith(head) || last.slice(head.length).includes(".")) return [last];
  const count = Math.min(1000, Math.max(0, Number(last.slice(head.length)) - from));
  return Array.from({ length: count }, (_, index) => `${head}${from + 1 + index}`);
}

/** @returns a number such as 3.2 that a text begins with, where the PRD has a requirement of it. */
function dottedNumber(text: string, resolve: (number: string) => string | undefined): string | undefined {
  const number = /^\d{1,4}(?:\.\d{1,3}){1,3}(?![\p{L}\p{N}])/u.exec(text)?.[0];
  return number !== undefined && resolve(number) !== undefined ? number : undefined;
}

// What follows a number that is an amount.
const UNIT =
  /^(?:[\p{L}%°]|\s*(?:%|percent\b|ms\b|s\b|sec|min|hour|day|week|month|year|times\b|x\b|retr|attempt|request|user|item|line|row|byte|[kMG]i?B\b))/iu;

/** @returns the number that a text begins with, unless it is a part of a larger one or an amount. */
function bareNumber(text: string): string | undefined {
  const number = /^\d{1,4}(?![\d]|[.,]\d)/.exec(text)?.[0];
  return number !== undefined && !UNIT.test(text.slice(number.length)) ? number : undefined;
}

/** `FR-2 to FR-5` mentions each declared requirement in between. */
function between(
  prose: string,
  first: { id: string; prefix: string; number: string; end: number },
  next: { prefix: string; number: string; start: number; end: number } | undefined,
  known: readonly Requirement[],
): Cited[] {
  if (!next || next.prefix !== first.prefix || next.start - first.end > 24) return [];
  const link = connection(prose.slice(first.end, next.start));
  if (link?.kind !== "range" || link.length !== next.start - first.end) return [];
  return known
    .filter(
      ({ id, numbered }) =>
        numbered &&
        prefixOf(id) === first.prefix &&
        isBetween(id.slice(first.prefix.length).replace(/^[- ]/, ""), first.number, next.number),
    )
    .map(({ id }) => ({ id, start: next.start, end: next.end }));
}

function isBetween(number: string, from: string, to: string): boolean {
  return compareNumbers(from, number) < 0 && compareNumbers(number, to) < 0;
}

/** Compares `1.2` and `1.10` part by part. */
function compareNumbers(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  for (let index = 0; index < Math.max(left.length, right.length); index++) {
    const difference = (left[index] ?? 0) - (right[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

const NUMBERED = / \d+(?:\.\d+)*$/;

/** `requirements 12 to 18`, `req. 25`, `Story 4`, and the names made from sections, with lists and ranges. */
function byNumber(prose: string, known: readonly Requirement[]): Cited[] {
  const named = new Set(known.flatMap(({ id }) => (NUMBERED.test(id) ? [id] : [])));
  if (named.size === 0) return [];
  const titles = [...new Set(Array.from(named, (id) => id.replace(NUMBERED, "")))];
  const said = singleSpaced(prose.toLowerCase());
  const isSaid = (title: string) => said.includes(title.toLowerCase().replace(/s$/, ""));
  const found: Cited[] = [];
  for (const [word, candidates] of wordsFor(titles, isSaid, known)) {
    const pattern = new RegExp(`(?<![\\p{L}\\p{N}]|non-|non\\s)${word}\\s*#?(\\d{1,4}(?:\\.\\d{1,3}){0,3})(?![\\p{L}\\p{N}])`, "giu");
    const resolve = (number: string) =>
      candidates.map((title) => `${title} ${number.replace(/^0+(?=\d)/, "")}`).find((id) => named.has(id));
    const cited = Array.from(prose.matchAll(pattern)).flatMap(({ 0: whole, 1: number = "", index: start }) => {
      const id = resolve(number);
      return id === undefined ? [] : [{ id, number, start, end: start + whole.length }];
    });
    for (const [index, { id, number, start, end }] of cited.entries())
      found.push(
        { id, start, end },
        ...continued(prose, { number, end }, prose.length, resolve),
        // What stands in brackets behind the next one is that one's.
        ...inBrackets(prose, end, cited[index + 1]?.start ?? prose.length, resolve),
      );
  }
  return found;
}

const BRACKETED = /\((\d{1,4}(?:\.\d{1,3}){0,3})(?=[,)–-]|\s)[^()\n]{0,60}\)/g;

/** "Requirements 12, 13: opened by the clerk (17)": behind a list of numbers, on its line, one in brackets is of the same kind. */
function inBrackets(prose: string, from: number, limit: number, resolve: (number: string) => string | undefined): Cited[] {
  const behind = prose.slice(from, limit);
  const rest = behind.slice(0, (behind.indexOf("\n") + 1 || behind.length + 1) - 1);
  return Array.from(rest.matchAll(BRACKETED)).flatMap(({ 1: number = "", index }) => {
    const start = from + index + 1;
    const end = start + number.length;
    const id = UNIT.test(rest.slice(index + 1 + number.length)) ? undefined : resolve(number);
    return id === undefined ? [] : [{ id, start, end }, ...continued(prose, { number, end }, from + rest.length, resolve)];
  });
}

/** @returns the sections of a sort, where no number of theirs is given twice */
function onlyOne(titles: readonly string[], known: readonly Requirement[]): string[] {
  const numbers = known.flatMap(({ id }) => {
    const [number] = NUMBERED.exec(id) ?? [];
    return number !== undefined && titles.includes(id.replace(NUMBERED, "")) ? [number] : [];
  });
  return new Set(numbers).size === numbers.length ? [...titles] : [];
}

/** Each way to speak of a numbered requirement, with the sections that it may mean, the likeliest first. */
function wordsFor(titles: readonly string[], isSaid: (title: string) => boolean, known: readonly Requirement[]): [string, string[]][] {
  const nonFunctional = titles.filter((title) => /^non/i.test(title));
  const stories = titles.filter((title) => /stor(?:y|ies)/i.test(title));
  const hasIds = (prefix: string) => known.some(({ id, numbered }) => numbered && prefixOf(id) === prefix);
  const others = titles.filter((title) => !nonFunctional.includes(title) && !stories.includes(title));
  const loosely = (text: string) => literally(text).replace(/\s+/g, "\\s+");
  return [
    ...titles.filter(isSaid).map((title): [string, string[]] => [`${loosely(title).replace(/s$/i, "s?")}`, [title]]),
    ["(?<!functional\\s)(?:requirements?|reqs?\\.?)", [...others, ...nonFunctional]],
    ["(?:user\\s+)?stor(?:y|ies)", stories],
    // A short form is understood where one numbering alone can be meant.
    ...(hasIds("FR") ? [] : [[`FR[- ]?`, onlyOne(others, known)] as [string, string[]]]),
    ...(hasIds("NFR") ? [] : [[`NFR[- ]?`, onlyOne(nonFunctional, known)] as [string, string[]]]),
  ];
}
