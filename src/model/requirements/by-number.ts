import { literally } from "../../text/names.ts";
import { singleSpaced } from "../../text/spaces.ts";
import type { Requirement } from "../types.ts";
import { type Cited, continued, prefixOf, UNIT } from "./lists.ts";

const NUMBERED = / \d+(?:\.\d+)*$/;

/** `requirements 12 to 18`, `req. 25`, `Story 4`, and the names made from sections, with lists and ranges. */
export function byNumber(prose: string, known: readonly Requirement[]): Cited[] {
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

/** Criteria and measures have numbers of their own, and nobody calls them FR. */
function isFunctional(known: readonly Requirement[]): (title: string) => boolean {
  const titles = new Set(known.filter(({ kind }) => kind === "functional").map(({ id }) => id.replace(NUMBERED, "")));
  return (title) => titles.has(title);
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
    ...(hasIds("FR") ? [] : [[`FR[- ]?`, onlyOne(others.filter(isFunctional(known)), known)] as [string, string[]]]),
    ...(hasIds("NFR") ? [] : [[`NFR[- ]?`, onlyOne(nonFunctional, known)] as [string, string[]]]),
  ];
}
